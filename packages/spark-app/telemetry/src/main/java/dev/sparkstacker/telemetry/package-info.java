/** Everything the product tells about itself: log files, metrics, health, crash dumps, console lines. */
@NullMarked
package dev.sparkstacker.telemetry;

import org.jspecify.annotations.NullMarked;
