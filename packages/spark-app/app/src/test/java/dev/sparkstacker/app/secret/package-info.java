/** Keys and the keystore. */
@NullMarked
package dev.sparkstacker.app.secret;

import org.jspecify.annotations.NullMarked;
