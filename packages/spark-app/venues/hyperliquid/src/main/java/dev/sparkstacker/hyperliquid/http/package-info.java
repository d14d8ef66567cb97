/** POST /info and POST /exchange: sending, classifying what came back, typed clients. */
@NullMarked
package dev.sparkstacker.hyperliquid.http;

import org.jspecify.annotations.NullMarked;
