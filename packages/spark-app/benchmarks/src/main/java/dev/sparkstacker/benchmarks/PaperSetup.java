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

    private final Path folder;
    private final Path config;
    private final int port;
    private final int speed;

    /**
     * Writes the configuration.
     *
     * @param markets the markets to trade, as the configuration spells them
     * @throws IOException if the shipped configuration does not have the form expected here
     */
    PaperSetup(Path folder, int speed, List<String> markets) throws IOException {
        this.folder = folder;
        this.speed = speed;
        port = freePort();
        String shipped = Files.readString(Folders.home().resolve("packages/shared/config.json"));
        if (!shipped.contains(PAPER) || !shipped.contains(MARKETS)) {
            throw new IOException("packages/shared/config.json has neither " + PAPER + " nor " + MARKETS
                    + "; the benchmark must be told where its settings are now");
        }
        String quoted = "\"" + String.join("\", \"", markets) + "\"";
        config = folder.resolve("config.json");
        Files.writeString(
                config,
                shipped.replace("\"$schema\": \"./config.schema.json\",", "")
                        .replace(MARKETS, "\"markets\": [" + quoted + "]")
                        .replace(PAPER, PAPER + "\n    \"sandboxUrl\": \"http://127.0.0.1:" + port + "\","));
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
