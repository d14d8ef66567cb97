/** How large an entry is: wish, strength, caps down, whole lots, and the risk that is left. */
@NullMarked
package dev.sparkstacker.risk.sizing;

import org.jspecify.annotations.NullMarked;
