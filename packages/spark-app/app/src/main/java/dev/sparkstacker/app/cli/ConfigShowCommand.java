package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.bind.EffectiveValue;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.console.TextTable;
import dev.sparkstacker.app.port.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code config show}: every value that counts and who set it. */
@Command(
        name = "show",
        description = "Show every setting as it counts, and who set it: default, file and line, environment, flag."
                + " Secrets are masked.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker config show", "  MAX_POSITION_SIZE=50 spark-stacker config show --set-only"})
final class ConfigShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--set-only", description = "Leave defaults out.")
    private boolean setOnly;

    ConfigShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        EffectiveConfig config = configuration.load(terminal, List.of());
        List<EffectiveValue> values = config.values().stream()
                .filter(value -> !setOnly || config.places().isSet(value.path()))
                .toList();
        if (json) {
            printJson(config, values);
        } else {
            List<List<String>> rows = values.stream()
                    .map(value ->
                            List.of(value.path(), value.text(), value.origin().describe()))
                    .toList();
            TextTable.lines(List.of("setting", "value", "set by"), rows).forEach(terminal.out()::println);
            terminal.out().println("hash " + config.hash());
        }
        return ExitCode.OK.status();
    }

    private void printJson(EffectiveConfig config, List<EffectiveValue> values) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("hash", config.hash());
        ArrayNode list = root.putArray("settings");
        for (EffectiveValue value : values) {
            list.addObject()
                    .put("path", value.path())
                    .put("value", value.text())
                    .put("setBy", value.origin().describe());
        }
        terminal.out()
                .println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
}
