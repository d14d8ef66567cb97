/** From the venue's shapes to the product's own types and back. */
@NullMarked
package dev.sparkstacker.hyperliquid.mapping;

import org.jspecify.annotations.NullMarked;
