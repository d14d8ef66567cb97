/** Sizing and pre-trade checks: the only place that makes an approved order. */
@NullMarked
package dev.sparkstacker.risk;

import org.jspecify.annotations.NullMarked;
