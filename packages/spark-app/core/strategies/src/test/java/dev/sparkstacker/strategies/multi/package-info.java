@NullMarked
package dev.sparkstacker.strategies.multi;

import org.jspecify.annotations.NullMarked;
