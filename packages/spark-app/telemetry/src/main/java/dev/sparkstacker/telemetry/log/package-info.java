/** Catalogued log events as JSON lines in one folder a category. */
@NullMarked
package dev.sparkstacker.telemetry.log;

import org.jspecify.annotations.NullMarked;
