/** Reads the configuration: file, environment and flags to one checked, typed, explained whole. */
@NullMarked
package dev.sparkstacker.app.config;

import org.jspecify.annotations.NullMarked;
