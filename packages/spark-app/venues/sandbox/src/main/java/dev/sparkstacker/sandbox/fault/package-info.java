/** Faults injected at the sandbox's edges. */
@NullMarked
package dev.sparkstacker.sandbox.fault;

import org.jspecify.annotations.NullMarked;
