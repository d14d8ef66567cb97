/** Requests to and answers from POST /info. */
@NullMarked
package dev.sparkstacker.wire.info;

import org.jspecify.annotations.NullMarked;
