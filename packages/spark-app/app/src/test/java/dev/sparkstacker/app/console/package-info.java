/** What people see. */
@NullMarked
package dev.sparkstacker.app.console;

import org.jspecify.annotations.NullMarked;
