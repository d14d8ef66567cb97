/** Actions sent to POST /exchange and the three layers of answers. */
@NullMarked
package dev.sparkstacker.wire.exchange;

import org.jspecify.annotations.NullMarked;
