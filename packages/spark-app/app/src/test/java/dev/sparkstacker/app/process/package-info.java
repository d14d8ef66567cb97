/** The product as a process: started, watched, killed and started again. */
@NullMarked
package dev.sparkstacker.app.process;

import org.jspecify.annotations.NullMarked;
