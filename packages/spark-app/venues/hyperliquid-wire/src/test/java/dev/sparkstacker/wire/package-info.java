/** Tests. */
@NullMarked
package dev.sparkstacker.wire;

import org.jspecify.annotations.NullMarked;
