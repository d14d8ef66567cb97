/** The command line: exit codes and messages. */
@NullMarked
package dev.sparkstacker.app.cli;

import org.jspecify.annotations.NullMarked;
