/** Tests of sizing and of every pre-trade check. */
@NullMarked
package dev.sparkstacker.risk;

import org.jspecify.annotations.NullMarked;
