/** What the engine wants done at the venue. */
@NullMarked
package dev.sparkstacker.domain.command;

import org.jspecify.annotations.NullMarked;
