/** The data folder. */
@NullMarked
package dev.sparkstacker.app.port;

import org.jspecify.annotations.NullMarked;
