/** The pre-trade checks, one small class each, and the list that is their order. */
@NullMarked
package dev.sparkstacker.risk.check;

import org.jspecify.annotations.NullMarked;
