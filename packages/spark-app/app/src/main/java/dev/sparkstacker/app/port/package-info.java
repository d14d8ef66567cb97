/** What the command line needs from the parts that trade, store, replay and simulate. */
@NullMarked
package dev.sparkstacker.app.port;

import org.jspecify.annotations.NullMarked;
