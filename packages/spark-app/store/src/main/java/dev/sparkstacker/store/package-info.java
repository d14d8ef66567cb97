/** SQL projections of the engine's outputs: written in batches, read by people's views, rebuilt from the journal. */
@NullMarked
package dev.sparkstacker.store;

import org.jspecify.annotations.NullMarked;
