/** Streaming technical indicators: closed bars in as doubles, one value per bar out, with a declared warm-up and restorable state. */
@NullMarked
package dev.sparkstacker.indicators;

import org.jspecify.annotations.NullMarked;
