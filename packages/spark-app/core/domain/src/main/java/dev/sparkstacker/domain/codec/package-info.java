/** The canonical binary form of records, for the journal, snapshots and state hashes. */
@NullMarked
package dev.sparkstacker.domain.codec;

import org.jspecify.annotations.NullMarked;
