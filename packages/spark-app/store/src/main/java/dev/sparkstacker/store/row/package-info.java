/** One class for each kind of output: how it becomes a row, and how the row becomes the output again. */
@NullMarked
package dev.sparkstacker.store.row;

import org.jspecify.annotations.NullMarked;
