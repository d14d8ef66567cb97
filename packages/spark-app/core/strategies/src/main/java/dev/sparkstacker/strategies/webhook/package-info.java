/** Trades signals that come from outside. */
@NullMarked
package dev.sparkstacker.strategies.webhook;

import org.jspecify.annotations.NullMarked;
