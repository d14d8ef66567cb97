/** The composition root: the only place that wires engine, venue, journal, store and telemetry together. */
@NullMarked
package dev.sparkstacker.app.runtime;

import org.jspecify.annotations.NullMarked;
