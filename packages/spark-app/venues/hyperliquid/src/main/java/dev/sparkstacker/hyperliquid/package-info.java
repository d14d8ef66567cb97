/** The connector to Hyperliquid: what the composition root builds, starts and closes. */
@NullMarked
package dev.sparkstacker.hyperliquid;

import org.jspecify.annotations.NullMarked;
