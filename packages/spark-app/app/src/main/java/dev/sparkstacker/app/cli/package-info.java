/** The command line: one class a command, exit codes, help that teaches by example. */
@NullMarked
package dev.sparkstacker.app.cli;

import org.jspecify.annotations.NullMarked;
