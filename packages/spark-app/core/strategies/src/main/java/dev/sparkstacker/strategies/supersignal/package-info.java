/** The Super Signal: four stochastics, divergence, location and rotation, each in a class of its own. */
@NullMarked
package dev.sparkstacker.strategies.supersignal;

import org.jspecify.annotations.NullMarked;
