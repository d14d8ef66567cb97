/** Scenarios of the circuit breakers. */
@NullMarked
package dev.sparkstacker.risk.breaker;

import org.jspecify.annotations.NullMarked;
