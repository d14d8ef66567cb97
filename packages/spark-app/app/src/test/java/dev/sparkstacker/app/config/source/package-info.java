/** Configuration text before it has types. */
@NullMarked
package dev.sparkstacker.app.config.source;

import org.jspecify.annotations.NullMarked;
