/** The append-only record of every event and command: written before anything leaves, read back at every start. */
@NullMarked
package dev.sparkstacker.journal;

import org.jspecify.annotations.NullMarked;
