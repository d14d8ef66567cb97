/** A simulated Hyperliquid, in-process or behind the real protocol on a socket. */
@NullMarked
package dev.sparkstacker.sandbox;

import org.jspecify.annotations.NullMarked;
