/**
 * What stands outside the engine and acts at the venue where the engine cannot: the guard thread, the fence around the
 * engine's egress, the watchdog process.
 */
@NullMarked
package dev.sparkstacker.app.guard;

import org.jspecify.annotations.NullMarked;
