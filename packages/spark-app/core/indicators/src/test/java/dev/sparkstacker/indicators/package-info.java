/** Tests of the indicators against hand-computed vectors, plain definitions and ta4j on recorded markets. */
@NullMarked
package dev.sparkstacker.indicators;

import org.jspecify.annotations.NullMarked;
