/** The database below the projections: dialects, pools, the schema's version, and errors that help. */
@NullMarked
package dev.sparkstacker.store.db;

import org.jspecify.annotations.NullMarked;
