/** What the engine consumes: everything that happens, as immutable records. */
@NullMarked
package dev.sparkstacker.domain.event;

import org.jspecify.annotations.NullMarked;
