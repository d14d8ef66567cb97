/** The venue's protocol on a socket: REST, websocket, signatures, nonces and limits in front of the exchange. */
@NullMarked
package dev.sparkstacker.sandbox.server;

import org.jspecify.annotations.NullMarked;
