/** What people's views ask the store, answered in domain types. */
@NullMarked
package dev.sparkstacker.store.query;

import org.jspecify.annotations.NullMarked;
