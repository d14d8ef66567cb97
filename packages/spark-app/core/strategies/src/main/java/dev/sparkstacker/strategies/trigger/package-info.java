/** Strategies whose entry is one indicator's signal: a trigger each, one strategy for them all. */
@NullMarked
package dev.sparkstacker.strategies.trigger;

import org.jspecify.annotations.NullMarked;
