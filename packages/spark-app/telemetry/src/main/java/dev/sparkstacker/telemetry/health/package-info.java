/** Whether the process is well, for people and for watchdogs. */
@NullMarked
package dev.sparkstacker.telemetry.health;

import org.jspecify.annotations.NullMarked;
