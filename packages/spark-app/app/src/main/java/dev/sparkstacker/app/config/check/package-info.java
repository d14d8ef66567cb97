/** What must hold between several settings before anything starts. */
@NullMarked
package dev.sparkstacker.app.config.check;

import org.jspecify.annotations.NullMarked;
