package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.PortsSettings;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What must hold around a start: a free data folder, free ports, folders that can be written, room on the disk. It is
 * looked at before anything is made, so that a refused start leaves nothing behind.
 */
final class Premises {
    private static final long LEAST_FREE_BYTES = 64L << 20;

    private Premises() {}

    /** Looks at everything that {@code run} needs. @throws CommandFailure with what is in the way and what helps */
    static void ofRun(EffectiveConfig config) {
        PortsSettings ports = config.config().ports();
        DataFolder.requireFree(config.dataDir());
        requireFree(ports.bindAddress(), ports.health(), "health", "ports.health (--health-port)");
        requireFree(ports.bindAddress(), ports.metrics(), "metrics", "ports.metrics (--metrics-port)");
        boolean ownSandbox = !config.isLive() && config.config().paper().sandboxUrl() == null;
        if (ownSandbox) {
            requireFree(ports.bindAddress(), ports.sandbox(), "the sandbox", "ports.sandbox (--sandbox-port)");
        }
        requireWritable(config.dataDir(), "data", "--data-dir");
        requireWritable(config.logDir(), "log", "logDir (LOG_DIR)");
    }

    /** Looks at what the sandbox alone needs. @throws CommandFailure with what is in the way and what helps */
    static void ofSandbox(EffectiveConfig config, Path folder) {
        PortsSettings ports = config.config().ports();
        DataFolder.requireFree(folder);
        requireFree(ports.bindAddress(), ports.sandbox(), "the sandbox", "ports.sandbox (--sandbox-port)");
        requireWritable(folder, "data", "--data-dir");
    }

    private static void requireFree(String host, int port, String purpose, String setting) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException unknown) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "ports.bindAddress " + host + " is no address of this machine. The usual one is 127.0.0.1.",
                    unknown);
        } catch (IOException taken) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "Port " + port + " on " + host + " for " + purpose + " cannot be opened: " + taken.getMessage()
                            + ". Stop the program that has it, or choose another with " + setting
                            + "; 0 takes any free one.",
                    taken);
        }
    }

    private static void requireWritable(Path folder, String what, String setting) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The " + what + " folder " + folder + " cannot be made: " + there
                            + " is a file. Choose another with " + setting + ".");
        }
        try {
            Files.delete(Files.createTempFile(there, ".writable", ""));
            long free = Files.getFileStore(there).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CommandFailure(
                        ExitCode.ENVIRONMENT,
                        "The disk of the " + what + " folder " + folder + " has " + (free >> 20) + " MB left; a start"
                                + " needs " + (LEAST_FREE_BYTES >> 20) + " MB. Free some, or choose another with "
                                + setting + ".");
            }
        } catch (IOException refused) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The " + what + " folder " + folder + " cannot be written ("
                            + refused.getClass().getSimpleName()
                            + " in " + there + "). Fix its owner or permissions, or choose another with " + setting
                            + ".",
                    refused);
        }
    }
}
