/** The configuration as typed, immutable records; their annotations are the schema. */
@NullMarked
package dev.sparkstacker.app.config.model;

import org.jspecify.annotations.NullMarked;
