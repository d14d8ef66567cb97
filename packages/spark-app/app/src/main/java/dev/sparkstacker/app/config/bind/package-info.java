/** From located values to typed records, and from the records to the JSON Schema. */
@NullMarked
package dev.sparkstacker.app.config.bind;

import org.jspecify.annotations.NullMarked;
