/** Websockets that stay up: heartbeat, reconnect, resubscription, frame limits. */
@NullMarked
package dev.sparkstacker.hyperliquid.socket;

import org.jspecify.annotations.NullMarked;
