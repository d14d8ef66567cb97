package dev.sparkstacker.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others. */
@Command
class GroupCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line,
                "Name what to do: " + String.join(", ", line.getSubcommands().keySet()));
    }

    /** {@code protocol} */
    @Command(name = "protocol", description = "Check the wire protocol.")
    static final class Protocol extends GroupCommand {}

    /** {@code store} */
    @Command(name = "store", description = "Work on the SQL store.")
    static final class Store extends GroupCommand {}

    /** {@code data} */
    @Command(name = "data", description = "Import and record market data.")
    static final class Data extends GroupCommand {}

    /** {@code keys} */
    @Command(name = "keys", description = "Keep private keys in the encrypted keystore of the data folder.")
    static final class Keys extends GroupCommand {}

    /** {@code config} */
    @Command(name = "config", description = "Check and show the configuration.")
    static final class Config extends GroupCommand {}
}
