/** Tests. */
@NullMarked
package dev.sparkstacker.wire.sign;

import org.jspecify.annotations.NullMarked;
