/** Circuit breakers as pure state machines: immutable states, transitions as events. */
@NullMarked
package dev.sparkstacker.risk.breaker;

import org.jspecify.annotations.NullMarked;
