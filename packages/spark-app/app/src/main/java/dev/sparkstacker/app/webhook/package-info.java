/** Signals from charting services: received, authenticated, read, handed to the engine, answered. */
@NullMarked
package dev.sparkstacker.app.webhook;

import org.jspecify.annotations.NullMarked;
