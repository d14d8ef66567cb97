/** The product's own recordings of markets: files that end in {@code .ssm}. */
@NullMarked
package dev.sparkstacker.app.tools.recording;

import org.jspecify.annotations.NullMarked;
