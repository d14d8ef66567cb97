/** Turns foreign market data, from files and from the public feed, into the product's own recordings. */
@NullMarked
package dev.sparkstacker.app.tools.data;

import org.jspecify.annotations.NullMarked;
