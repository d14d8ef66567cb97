/** The store on real databases. */
@NullMarked
package dev.sparkstacker.store;

import org.jspecify.annotations.NullMarked;
