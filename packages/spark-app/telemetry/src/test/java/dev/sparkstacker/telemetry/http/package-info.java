@NullMarked
package dev.sparkstacker.telemetry.http;

import org.jspecify.annotations.NullMarked;
