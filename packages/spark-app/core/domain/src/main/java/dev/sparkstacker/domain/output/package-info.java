/** What the engine tells the rest of the product, each with its cause. */
@NullMarked
package dev.sparkstacker.domain.output;

import org.jspecify.annotations.NullMarked;
