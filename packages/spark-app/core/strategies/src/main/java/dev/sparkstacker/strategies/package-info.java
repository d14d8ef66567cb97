/** Strategies: pure state machines from closed bars to judgements with explanations. */
@NullMarked
package dev.sparkstacker.strategies;

import org.jspecify.annotations.NullMarked;
