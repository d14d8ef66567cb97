package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.console.TextTable;
import dev.sparkstacker.app.control.ControlClient;
import dev.sparkstacker.app.control.ControlException;
import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.app.control.ControlReply;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.app.control.View;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The flags of every command that speaks to a running instance, and how its replies are shown. */
final class ControlAccess {
    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Asks and shows the reply; the exit status says whether it was answered, accepted or refused. */
    int ask(Terminal terminal, ControlRequest request) {
        try {
            return ask(terminal, configuration.dataDir(terminal), request);
        } catch (ControlException e) {
            ExitCode code = e.kind() == ControlException.Kind.NOT_RUNNING ? ExitCode.NOT_RUNNING : ExitCode.ENVIRONMENT;
            throw new CommandFailure(code, String.valueOf(e.getMessage()), e);
        }
    }

    /** The same; where nobody answers, the kill-switch file says it instead, to a deaf instance or to the next start. */
    int askOrWrite(Terminal terminal, ControlRequest request, HaltFile.Line line) {
        Path dataDir = configuration.dataDir(terminal);
        try {
            return ask(terminal, dataDir, request);
        } catch (ControlException e) {
            if (!HaltFile.isDataFolder(dataDir)) {
                throw new CommandFailure(ExitCode.NOT_RUNNING, String.valueOf(e.getMessage()), e);
            }
            terminal.err().println(e.getMessage());
            Path file = HaltFile.append(dataDir, line);
            terminal.out()
                    .println("Wrote \"" + line.text() + "\" into " + file + ": an instance that runs obeys within a"
                            + " second, the next start begins so. Remove the file, then resume.");
            return ExitCode.OK.status();
        }
    }

    private int ask(Terminal terminal, Path dataDir, ControlRequest request) throws ControlException {
        return switch (new ControlClient(dataDir.resolve("control.sock")).ask(request)) {
            case ControlReply.Shown(View view) -> show(terminal, view);
            case ControlReply.Done(Outcome outcome) -> show(terminal, outcome);
            case ControlReply.Failed(String message) -> throw new CommandFailure(ExitCode.FOUND, message);
        };
    }

    private int show(Terminal terminal, Outcome outcome) {
        if (json) {
            terminal.out()
                    .println(JsonMapper.shared()
                            .createObjectNode()
                            .put("accepted", outcome.accepted())
                            .put("message", outcome.message()));
        } else if (outcome.accepted()) {
            terminal.out().println(outcome.message());
        } else {
            terminal.err().println("Refused: " + outcome.message());
        }
        return (outcome.accepted() ? ExitCode.OK : ExitCode.FOUND).status();
    }

    private int show(Terminal terminal, View view) {
        if (json) {
            terminal.out()
                    .println(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(asJson(view)));
            return ExitCode.OK.status();
        }
        for (View.Table table : view.tables()) {
            terminal.out().println(table.title());
            if (table.rows().isEmpty()) {
                terminal.out().println("  none");
            } else {
                TextTable.lines(table.columns(), table.rows())
                        .forEach(line -> terminal.out().println("  " + line));
            }
        }
        terminal.out().println("as of event " + view.sequence() + ", venue time " + view.venueTime());
        return ExitCode.OK.status();
    }

    /** Tables under their titles in lower case, rows as objects with the columns as keys. */
    private static ObjectNode asJson(View view) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("sequence", view.sequence()).put("venueTime", view.venueTime());
        for (View.Table table : view.tables()) {
            ArrayNode rows =
                    root.putArray(table.title().toLowerCase(Locale.ROOT).replace(' ', '_'));
            for (List<String> row : table.rows()) {
                ObjectNode object = rows.addObject();
                for (int i = 0; i < row.size(); i++) {
                    object.put(table.columns().get(i), row.get(i));
                }
            }
        }
        return root;
    }
}
