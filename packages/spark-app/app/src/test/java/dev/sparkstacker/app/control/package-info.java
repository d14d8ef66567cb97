/** The control socket, over a real socket. */
@NullMarked
package dev.sparkstacker.app.control;

import org.jspecify.annotations.NullMarked;
