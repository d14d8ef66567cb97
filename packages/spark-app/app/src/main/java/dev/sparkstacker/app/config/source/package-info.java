/** Configuration text before it has types: values that know the line, variable or flag they came from. */
@NullMarked
package dev.sparkstacker.app.config.source;

import org.jspecify.annotations.NullMarked;
