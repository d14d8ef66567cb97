/** Figures beside targets, and the one command that prints them. */
@NullMarked
package dev.sparkstacker.benchmarks;

import org.jspecify.annotations.NullMarked;
