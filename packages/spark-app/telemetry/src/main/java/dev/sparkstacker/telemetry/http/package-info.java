/** The two small HTTP servers: health and metrics. */
@NullMarked
package dev.sparkstacker.telemetry.http;

import org.jspecify.annotations.NullMarked;
