/** The words of the product: exact numbers with units, instruments, orders, positions, events and commands. */
@NullMarked
package dev.sparkstacker.domain;

import org.jspecify.annotations.NullMarked;
