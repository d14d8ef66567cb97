/** What the engine tells, in one plain line for a person. */
@NullMarked
package dev.sparkstacker.telemetry.console;

import org.jspecify.annotations.NullMarked;
