/** Which limit of which scope is the tightest. */
@NullMarked
package dev.sparkstacker.risk.limit;

import org.jspecify.annotations.NullMarked;
