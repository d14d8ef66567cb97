/** Tests of what survives a restart. */
@NullMarked
package dev.sparkstacker.risk.state;

import org.jspecify.annotations.NullMarked;
