@NullMarked
package dev.sparkstacker.app.webhook;

import org.jspecify.annotations.NullMarked;
