/** Watchers: each turns what one part of the product tells into log events and meters. */
@NullMarked
package dev.sparkstacker.telemetry.watch;

import org.jspecify.annotations.NullMarked;
