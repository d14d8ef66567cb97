/** The deterministic engine: one event in, commands and outputs out. */
@NullMarked
package dev.sparkstacker.engine;

import org.jspecify.annotations.NullMarked;
