package dev.sparkstacker.app.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final char[] PASSWORD = "correct horse".toCharArray();

    /** Published example: the first account of the mnemonic "test test … junk" of Ethereum's development tools. */
    private static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    private static final String ADDRESS = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aStoredKeyComesBackAfterReopening() {
        assertThat(keystore().exists()).isFalse();
        keystore().unlock(PASSWORD).add("main", KeyText.parse(KEY), NOW);
        PrivateKey key = keystore().unlock(PASSWORD).key("main");
        assertThat(new Signer(key).address()).hasToString(ADDRESS);
        assertThat(keystore().list()).containsExactly(new Keystore.KeyInfo("main", ADDRESS, NOW.toString()));
    }

    @Test
    void theFileHoldsNoKeyAndOnlyItsOwnerMayRead() throws IOException {
        keystore().unlock(PASSWORD).add("main", KeyText.parse(KEY), NOW);
        assertThat(Files.readString(file())).doesNotContain(KEY.substring(2));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aWrongPasswordOpensNothing() {
        keystore().unlock(PASSWORD).add("main", KeyText.parse(KEY), NOW);
        assertThatThrownBy(() -> keystore().unlock("wrong horse".toCharArray()))
                .isInstanceOf(KeystoreException.class)
                .hasMessageStartingWith("Wrong password for ");
    }

    @Test
    void aChangedAddressNameOrCiphertextIsNoticed() throws IOException {
        keystore().unlock(PASSWORD).add("main", KeyText.parse(KEY), NOW);
        String original = Files.readString(file());
        Files.writeString(file(), original.replace(ADDRESS, "0x" + "0".repeat(40)));
        assertThatThrownBy(() -> keystore().unlock(PASSWORD).key("main")).hasMessageContaining("was changed");
        Files.writeString(file(), original.replace("\"main\"", "\"other\""));
        assertThatThrownBy(() -> keystore().unlock(PASSWORD).key("other")).hasMessageContaining("was changed");
        int start = original.lastIndexOf("\"ciphertext\" : \"") + "\"ciphertext\" : \"".length();
        char flipped = original.charAt(start) == '0' ? '1' : '0';
        Files.writeString(file(), original.substring(0, start) + flipped + original.substring(start + 1));
        assertThatThrownBy(() -> keystore().unlock(PASSWORD).key("main")).hasMessageContaining("was changed");
    }

    @Test
    void aDamagedFileIsToldAndNotOverwritten() throws IOException {
        Files.writeString(file(), "{ half");
        assertThatThrownBy(() -> keystore().unlock(PASSWORD))
                .isInstanceOf(KeystoreException.class)
                .hasMessageContaining("cannot be read as a keystore");
        assertThat(Files.readString(file())).isEqualTo("{ half");
    }

    @Test
    void absurdDerivationParametersAreRefusedBeforeTheyCostAnything() throws IOException {
        keystore().unlock(PASSWORD).add("main", KeyText.parse(KEY), NOW);
        Files.writeString(
                file(), Files.readString(file()).replace("\"memoryKib\" : 32768", "\"memoryKib\" : 2000000000"));
        assertThatThrownBy(() -> keystore().unlock(PASSWORD))
                .hasMessageContaining("derivation parameters are not ours");
    }

    @Test
    void namesAndKeysAreNeverReplaced() {
        Keystore.Unlocked unlocked = keystore().unlock(PASSWORD);
        unlocked.add("main", KeyText.parse(KEY), NOW);
        assertThatThrownBy(() -> unlocked.add("main", PrivateKey.generate(new SecureRandom()), NOW))
                .hasMessageContaining("There is a key named main already");
        assertThatThrownBy(() -> unlocked.add("again", KeyText.parse(KEY), NOW))
                .hasMessage("This key is stored already, as main.");
        assertThatThrownBy(() -> unlocked.add("../x", PrivateKey.generate(new SecureRandom()), NOW))
                .hasMessageContaining("Not a key name");
    }

    @Test
    void malformedKeysAreRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> KeyText.parse("0x1234"))
                .hasMessage("Not a private key: expected 0x and 64 hexadecimal digits, got 4 characters that are"
                        + " hexadecimal.");
        assertThatThrownBy(() -> KeyText.parse("0x" + "0".repeat(64))).hasMessageContaining("order of secp256k1");
        assertThatThrownBy(() -> KeyText.parse("0x" + "f".repeat(64))).hasMessageContaining("order of secp256k1");
    }

    @Test
    void nothingSecretPrintsItself() {
        assertThat(KeyText.parse(KEY)).hasToString("***");
    }

    @Test
    void referencesResolveFromKeystoreAndEnvironment() {
        keystore().unlock(PASSWORD).add("main", KeyText.parse(KEY), NOW);
        KeyResolver resolver = new KeyResolver(Map.of("KEY", KEY), keystore(), PASSWORD::clone);
        assertThat(new Signer(resolver.resolve(KeyReference.parse("keystore:main"))).address())
                .hasToString(ADDRESS);
        assertThat(new Signer(resolver.resolve(KeyReference.parse("env:KEY"))).address())
                .hasToString(ADDRESS);
        assertThatThrownBy(() -> resolver.resolve(KeyReference.parse("env:NONE")))
                .hasMessage("The environment variable NONE holds no private key.");
        assertThatThrownBy(() -> resolver.resolve(KeyReference.parse("keystore:none")))
                .hasMessageContaining("There is no key named none");
    }

    private Path file() {
        return folder.resolve("keystore.json");
    }

    private Keystore keystore() {
        return new Keystore(file(), new SecureRandom());
    }
}
