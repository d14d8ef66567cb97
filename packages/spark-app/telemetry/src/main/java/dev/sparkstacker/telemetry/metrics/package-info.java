/** The meters of the catalogue, by what they measure, and the text they are served as. */
@NullMarked
package dev.sparkstacker.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
