/** What is kept when the process dies, and the watch over the disk it is kept on. */
@NullMarked
package dev.sparkstacker.telemetry.crash;

import org.jspecify.annotations.NullMarked;
