/** A small venue on loopback that answers as it is told. */
@NullMarked
package dev.sparkstacker.hyperliquid.fake;

import org.jspecify.annotations.NullMarked;
