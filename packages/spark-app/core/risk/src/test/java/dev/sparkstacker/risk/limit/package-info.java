/** Tests of scoped limits. */
@NullMarked
package dev.sparkstacker.risk.limit;

import org.jspecify.annotations.NullMarked;
