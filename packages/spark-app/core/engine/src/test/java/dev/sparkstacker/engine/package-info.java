/** Scenarios that drive the whole engine against a hand-written venue, with an oracle over the whole state. */
@NullMarked
package dev.sparkstacker.engine;

import org.jspecify.annotations.NullMarked;
