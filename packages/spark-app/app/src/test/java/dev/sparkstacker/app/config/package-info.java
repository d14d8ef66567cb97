/** The configuration: defaults, mapping, every bad input with its line. */
@NullMarked
package dev.sparkstacker.app.config;

import org.jspecify.annotations.NullMarked;
