/** The composition root: starts, refusals, what people are told. */
@NullMarked
package dev.sparkstacker.app.runtime;

import org.jspecify.annotations.NullMarked;
