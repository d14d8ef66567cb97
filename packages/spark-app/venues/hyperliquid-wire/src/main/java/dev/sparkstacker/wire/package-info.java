/** The Hyperliquid protocol's vocabulary that every other package here shares: network, numbers, sides. */
@NullMarked
package dev.sparkstacker.wire;

import org.jspecify.annotations.NullMarked;
