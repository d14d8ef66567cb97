/** The network as a port: one request over HTTP, one websocket; and the JDK's client behind it. */
@NullMarked
package dev.sparkstacker.hyperliquid.net;

import org.jspecify.annotations.NullMarked;
