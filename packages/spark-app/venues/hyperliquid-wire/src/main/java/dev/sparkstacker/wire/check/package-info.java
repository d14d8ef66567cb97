/** Checks published vectors and recorded traffic against this protocol implementation; behind the command line. */
@NullMarked
package dev.sparkstacker.wire.check;

import org.jspecify.annotations.NullMarked;
