/** Tests. */
@NullMarked
package dev.sparkstacker.wire.feed;

import org.jspecify.annotations.NullMarked;
