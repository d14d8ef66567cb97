/** Talking to a running instance over a Unix socket in its data folder. */
@NullMarked
package dev.sparkstacker.app.control;

import org.jspecify.annotations.NullMarked;
