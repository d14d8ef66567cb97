/** Tests of every pre-trade check at, below and above its limit, and against an independent checker. */
@NullMarked
package dev.sparkstacker.risk.check;

import org.jspecify.annotations.NullMarked;
