/** JSON to immutable records and back: strict types, exact decimals, typed failures, nothing lost unnoticed. */
@NullMarked
package dev.sparkstacker.wire.json;

import org.jspecify.annotations.NullMarked;
