package dev.sparkstacker.app.secret;

import dev.sparkstacker.wire.sign.PrivateKey;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches private keys from where {@code keyRef} says; asks for the keystore's password once, and only if needed. */
public final class KeyResolver {
    private final Map<String, String> environment;
    private final Keystore keystore;
    private final Supplier<char[]> password;
    private Keystore.@Nullable Unlocked unlocked;

    public KeyResolver(Map<String, String> environment, Keystore keystore, Supplier<char[]> password) {
        this.environment = environment;
        this.keystore = keystore;
        this.password = password;
    }

    /** The key. @throws KeystoreException if it is not there, malformed or the password is wrong */
    public PrivateKey resolve(KeyReference reference) {
        return switch (reference) {
            case KeyReference.InEnvironment(String variable) -> {
                String text = environment.getOrDefault(variable, "");
                if (text.isBlank()) {
                    throw new KeystoreException("The environment variable " + variable + " holds no private key.");
                }
                yield KeyText.parse(text);
            }
            case KeyReference.InKeystore(String name) -> open().key(name);
        };
    }

    private Keystore.Unlocked open() {
        Keystore.Unlocked present = unlocked;
        if (present == null) {
            if (!keystore.exists()) {
                throw new KeystoreException(
                        "There is no keystore yet; make one with \"keys create\" or \"keys import\".");
            }
            present = keystore.unlock(password.get());
            unlocked = present;
        }
        return present;
    }
}
