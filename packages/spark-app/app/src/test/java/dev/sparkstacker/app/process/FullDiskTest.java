package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.app.runtime.VenueTruth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder's disk, a real one, runs full under a trading process. */
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern SERVING = Pattern.compile("serving +(http://[^/]+)/info");

    @TempDir
    Path folder;

    private Path disk = Path.of("");

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString()),
                "a small disk cannot be mounted here: that takes root and a kernel that allows it");
    }

    @AfterEach
    void unmount() throws Exception {
        boolean unmounted = succeeds("umount", disk.toString());
        assertThat(unmounted || disk.toString().isEmpty() || !Files.exists(disk.resolve("data")))
                .as("%s is unmounted", disk)
                .isTrue();
    }

    @Test
    void entriesHaltAFlattenStillLeavesAndTheNextStartStaysHalted() throws Exception {
        try (ProductProcess sandbox = ProductProcess.start(
                Map.of(), "sandbox", "--data-dir", folder.resolve("venue").toString(), "--speed", "30")) {
            String url = urlOf(sandbox);
            VenueTruth main = new VenueTruth(url, "main");
            VenueTruth hedge = new VenueTruth(url, "hedge");
            Path config = config(url);
            try (ProductProcess trader = trader(config)) {
                trader.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
                awaitThat("a protected position", () -> !main.isFlat() && main.isProtected());
                fill();
                awaitThat("it says so", () -> command(config, "status").contains("HALTED"));
                assertThat(command(config, "flatten")).contains("it holds after a restart too");
                awaitThat("flat", () -> main.isFlat() && hedge.isFlat());
                awaitThat("nothing rests", () -> main.ordersResting() + hedge.ordersResting() == 0);
                trader.kill();
            }
            Files.delete(disk.resolve("filler"));
            try (ProductProcess again = trader(config)) {
                again.awaitLine("waiting", line -> line.startsWith("waiting"), PATIENCE);
                awaitThat(
                        "flattened, then halted",
                        () -> command(config, "status").contains("HALTED"));
                assertThat(command(config, "resume", "--reason", "there is room again"))
                        .contains("ACTIVE");
                awaitThat("it trades again", () -> !main.isFlat());
                assertThat(again.lines()).noneMatch(line -> line.contains("reconciliation_mismatch"));
                assertThat(again.stopInOrder(PATIENCE)).isZero();
            }
            VenueBooks.requireSound(url, "main");
            VenueBooks.requireSound(url, "hedge");
        }
    }

    /** To the last byte. */
    private void fill() throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            int size = block.length;
            while (size > 0) {
                try {
                    filler.write(block, 0, size);
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
    }

    private String command(Path config, String... words) throws Exception {
        String[] arguments = new String[words.length + 4];
        System.arraycopy(words, 0, arguments, 0, words.length);
        arguments[words.length] = "--config";
        arguments[words.length + 1] = config.toString();
        arguments[words.length + 2] = "--data-dir";
        arguments[words.length + 3] = disk.resolve("data").toString();
        try (ProductProcess command = ProductProcess.start(Map.of(), arguments)) {
            int _ = command.awaitExit(PATIENCE);
            return String.join("\n", command.lines());
        }
    }

    private ProductProcess trader(Path config) throws Exception {
        return ProductProcess.start(ProductProcess.logsIn(folder), ProductProcess.runIn(disk, config));
    }

    /** Short segments, so that the journal needs a new one soon; the disk is full in any case. */
    private Path config(String venue) throws Exception {
        String shipped = Files.readString(Path.of("packages/shared/config.json"));
        return Files.writeString(
                folder.resolve("config.json"),
                shipped.replace(
                        "\"paper\": {",
                        "\"journal\": { \"segmentMb\": 1 },\n  \"paper\": {\n    \"sandboxUrl\": \"" + venue + "\","));
    }

    private static String urlOf(ProductProcess sandbox) throws Exception {
        Matcher serving = SERVING.matcher(
                sandbox.awaitLine("serving", line -> SERVING.matcher(line).find(), PATIENCE));
        assertThat(serving.find()).isTrue();
        return serving.group(1);
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).ignoreExceptions().until(condition);
    }

    private static boolean succeeds(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
