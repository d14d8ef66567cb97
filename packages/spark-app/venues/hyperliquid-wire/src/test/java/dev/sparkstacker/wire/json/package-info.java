/** Tests. */
@NullMarked
package dev.sparkstacker.wire.json;

import org.jspecify.annotations.NullMarked;
