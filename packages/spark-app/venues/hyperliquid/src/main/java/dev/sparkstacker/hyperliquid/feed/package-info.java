/** From frames to events, through the feed guard. */
@NullMarked
package dev.sparkstacker.hyperliquid.feed;

import org.jspecify.annotations.NullMarked;
