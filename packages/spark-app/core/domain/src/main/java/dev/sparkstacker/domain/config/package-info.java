/** The trading configuration as the engine sees it; it reaches the engine as an event. */
@NullMarked
package dev.sparkstacker.domain.config;

import org.jspecify.annotations.NullMarked;
