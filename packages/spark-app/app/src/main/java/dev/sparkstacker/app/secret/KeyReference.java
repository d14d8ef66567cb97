package dev.sparkstacker.app.secret;

/** Where a private key is kept, as the configuration's {@code keyRef} says it. */
public sealed interface KeyReference {
    /** In the encrypted keystore. */
    record InKeystore(String name) implements KeyReference {}

    /** In an environment variable. */
    record InEnvironment(String variable) implements KeyReference {}

    /** Reads {@code keystore:NAME} or {@code env:NAME}. @throws IllegalArgumentException if it is neither */
    static KeyReference parse(String text) {
        if (text.startsWith("keystore:")) {
            return new InKeystore(text.substring("keystore:".length()));
        }
        if (text.startsWith("env:")) {
            return new InEnvironment(text.substring("env:".length()));
        }
        throw new IllegalArgumentException("Expected keystore:NAME or env:NAME");
    }
}
