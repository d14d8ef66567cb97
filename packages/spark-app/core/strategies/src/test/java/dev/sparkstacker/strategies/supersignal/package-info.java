@NullMarked
package dev.sparkstacker.strategies.supersignal;

import org.jspecify.annotations.NullMarked;
