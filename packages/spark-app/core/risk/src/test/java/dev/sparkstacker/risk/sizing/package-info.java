/** Tests of sizing. */
@NullMarked
package dev.sparkstacker.risk.sizing;

import org.jspecify.annotations.NullMarked;
