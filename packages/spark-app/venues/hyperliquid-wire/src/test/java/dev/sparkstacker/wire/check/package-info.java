/** Tests. */
@NullMarked
package dev.sparkstacker.wire.check;

import org.jspecify.annotations.NullMarked;
