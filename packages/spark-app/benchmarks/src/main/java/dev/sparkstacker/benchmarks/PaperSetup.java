package dev.sparkstacker.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sandbox of its own beside the application, both in a scratch folder, from the shipped configuration. */
final class PaperSetup {
    private static final String PAPER = "\"paper\": {";
    private static final String MARKETS = "\"markets\": [\"ETH-USD\"]";
    private static final String MAIN_MARGIN = "\"marginUsd\": 0.80";
    private static final String HEDGE_MARGIN = "\"marginUsd\": 0.20";

    private final Path folder;
    private final Path config;
    private final int port;
    private final int speed;

    private PaperSetup(Path folder, int speed, String settings) throws IOException, InterruptedException {
        this.folder = folder;
        this.speed = speed;
        port = freePort();
        Program.build();
        config = folder.resolve("config.json");
        Files.writeString(
                config,
                replace(settings, PAPER, PAPER + "\n    \"sandboxUrl\": \"http://127.0.0.1:" + port + "\",")
                        .replace("\"$schema\": \"./config.schema.json\",", ""));
    }

    /** The example as it ships. @throws IOException if the shipped configuration does not have the form expected here */
    static PaperSetup shipped(Path folder, int speed) throws IOException, InterruptedException {
        return new PaperSetup(folder, speed, shippedSettings());
    }

    /**
     * The example on other markets, with five times its margin, so that the hedge is a lot or more on each.
     *
     * @param markets the markets to trade, as the configuration spells them
     * @throws IOException if the shipped configuration does not have the form expected here
     */
    static PaperSetup onMarkets(Path folder, int speed, List<String> markets) throws IOException, InterruptedException {
        String settings = shippedSettings();
        settings = replace(settings, MARKETS, "\"markets\": [\"" + String.join("\", \"", markets) + "\"]");
        settings = replace(settings, MAIN_MARGIN, "\"marginUsd\": 4");
        settings = replace(settings, HEDGE_MARGIN, "\"marginUsd\": 1");
        return new PaperSetup(folder, speed, settings);
    }

    private static String shippedSettings() throws IOException {
        return Files.readString(Folders.home().resolve("packages/shared/config.json"));
    }

    private static String replace(String settings, String from, String to) throws IOException {
        if (!settings.contains(from)) {
            throw new IOException("packages/shared/config.json does not have " + from
                    + "; the benchmark must be told where its settings are now");
        }
        return settings.replace(from, to);
    }

    /** Starts the sandbox and waits until it listens. */
    Program startSandbox() throws IOException, InterruptedException {
        Program sandbox = Program.start(
                List.of(
                        "sandbox",
                        "--config",
                        config.toString(),
                        "--data-dir",
                        folder.resolve("venue").toString(),
                        "--sandbox-port",
                        Integer.toString(port),
                        "--speed",
                        Integer.toString(speed)),
                folder.resolve("venue-logs"),
                line -> line.contains(Integer.toString(port)));
        try {
            sandbox.awaitSeconds(120);
            return sandbox;
        } catch (IOException | InterruptedException failed) {
            sandbox.close();
            throw failed;
        }
    }

    /** Starts the application; its awaited line is the one that says it is ready. */
    Program startApplication() throws IOException {
        return Program.start(
                List.of(
                        "run",
                        "--no-summary",
                        "--config",
                        config.toString(),
                        "--data-dir",
                        folder.resolve("data").toString(),
                        "--speed",
                        Integer.toString(speed),
                        "--health-port",
                        "0",
                        "--metrics-port",
                        "0"),
                folder.resolve("logs"),
                line -> line.contains("ready  "));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
