/** Machine time, and venue time as estimated from what the venue says. */
@NullMarked
package dev.sparkstacker.hyperliquid.clock;

import org.jspecify.annotations.NullMarked;
