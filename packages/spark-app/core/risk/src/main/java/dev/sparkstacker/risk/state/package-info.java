/** What risk remembers from event to event: kill switches, entry rates and breakers. */
@NullMarked
package dev.sparkstacker.risk.state;

import org.jspecify.annotations.NullMarked;
