/** Tests of sizing, of every pre-trade check, and of the accidents that must not happen again. */
@NullMarked
package dev.sparkstacker.risk;

import org.jspecify.annotations.NullMarked;
