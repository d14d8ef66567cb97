/** Tests of the strategies. */
@NullMarked
package dev.sparkstacker.strategies;

import org.jspecify.annotations.NullMarked;
