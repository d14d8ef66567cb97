/** Msgpack, hashing, EIP-712, signing and recovery, so that the same bytes are signed and checked as at the venue. */
@NullMarked
package dev.sparkstacker.wire.sign;

import org.jspecify.annotations.NullMarked;
