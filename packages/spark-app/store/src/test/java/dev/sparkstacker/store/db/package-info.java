/** The schema's version on a real database. */
@NullMarked
package dev.sparkstacker.store.db;

import org.jspecify.annotations.NullMarked;
