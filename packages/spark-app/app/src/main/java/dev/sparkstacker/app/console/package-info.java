/** Terminal output: tables, progress bars, the live summary. */
@NullMarked
package dev.sparkstacker.app.console;

import org.jspecify.annotations.NullMarked;
