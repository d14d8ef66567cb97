/** What the core needs from the outside world. */
@NullMarked
package dev.sparkstacker.domain.port;

import org.jspecify.annotations.NullMarked;
