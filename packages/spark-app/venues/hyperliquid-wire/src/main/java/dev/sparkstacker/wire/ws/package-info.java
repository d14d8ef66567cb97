/** Websocket requests, subscriptions and messages. */
@NullMarked
package dev.sparkstacker.wire.ws;

import org.jspecify.annotations.NullMarked;
