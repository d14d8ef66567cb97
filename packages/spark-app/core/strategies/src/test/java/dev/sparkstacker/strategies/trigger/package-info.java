@NullMarked
package dev.sparkstacker.strategies.trigger;

import org.jspecify.annotations.NullMarked;
