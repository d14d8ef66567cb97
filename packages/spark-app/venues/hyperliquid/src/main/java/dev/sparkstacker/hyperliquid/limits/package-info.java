/** What bounds our requests: the weighted budget, nonces and addresses. */
@NullMarked
package dev.sparkstacker.hyperliquid.limits;

import org.jspecify.annotations.NullMarked;
