/** Tests of the recording format. */
@NullMarked
package dev.sparkstacker.app.tools.recording;

import org.jspecify.annotations.NullMarked;
