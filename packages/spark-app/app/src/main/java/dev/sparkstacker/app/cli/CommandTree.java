package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands, each with what it works on. */
final class CommandTree {
    private CommandTree() {}

    static CommandLine of(Terminal terminal, Backends backends) {
        CommandLine root = new CommandLine(new SparkStackerCommand());
        addTrading(root, terminal, backends);
        root.addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new PositionsCommand(terminal))
                .addSubcommand(new OrdersCommand(terminal))
                .addSubcommand(new TradesCommand(terminal))
                .addSubcommand(new WhyCommand(terminal))
                .addSubcommand(new HaltCommand(terminal))
                .addSubcommand(new ResumeCommand(terminal))
                .addSubcommand(new ResetCommand(terminal))
                .addSubcommand(new CloseCommand(terminal))
                .addSubcommand(new FlattenCommand(terminal))
                .addSubcommand(new StopCommand(terminal));
        root.addSubcommand(new CommandLine(new GroupCommand.Config())
                .addSubcommand(new ConfigCheckCommand(terminal, backends.judge()))
                .addSubcommand(new ConfigShowCommand(terminal))
                .addSubcommand(new ConfigSchemaCommand(terminal)));
        root.addSubcommand(new CommandLine(new GroupCommand.Keys())
                .addSubcommand(new KeysCreateCommand(terminal))
                .addSubcommand(new KeysCreateAgentCommand(terminal))
                .addSubcommand(new KeysImportCommand(terminal))
                .addSubcommand(new KeysListCommand(terminal)));
        root.addSubcommand(new StrategiesCommand(terminal));
        addTools(root, terminal, backends);
        root.addSubcommand(new CommandLine.HelpCommand());
        addHelp(root);
        root.setOut(terminal.out());
        root.setErr(terminal.err());
        root.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.AUTO : Ansi.OFF));
        root.setUsageHelpWidth(Math.min(120, terminal.width()));
        root.setParameterExceptionHandler((failure, arguments) -> Failures.usage(terminal, failure));
        root.setExecutionExceptionHandler((failure, line, result) -> Failures.execution(terminal, failure));
        return root;
    }

    private static void addTrading(CommandLine root, Terminal terminal, Backends backends) {
        if (backends.runtime() != null) {
            root.addSubcommand(new RunCommand(terminal, backends.runtime()));
        }
        if (backends.watchdog() != null) {
            root.addSubcommand(new WatchdogCommand(terminal, backends.watchdog()));
        }
        if (backends.sandbox() != null) {
            root.addSubcommand(new SandboxCommand(terminal, backends.sandbox()));
        }
    }

    private static void addTools(CommandLine root, Terminal terminal, Backends backends) {
        root.addSubcommand(new SimulateCommand(terminal));
        if (backends.backtests() != null) {
            root.addSubcommand(new BacktestCommand(terminal, backends.backtests()));
            root.addSubcommand(new CompareCommand(terminal, backends.backtests()));
        }
        if (backends.searches() != null) {
            root.addSubcommand(new OptimizeCommand(terminal, backends.searches()));
        }
        if (backends.journal() != null) {
            root.addSubcommand(new ReplayCommand(terminal, backends.journal()));
            root.addSubcommand(new VerifyJournalCommand(terminal, backends.journal()));
        }
        if (backends.store() != null) {
            root.addSubcommand(new CommandLine(new GroupCommand.Store())
                    .addSubcommand(new StoreRebuildCommand(terminal, backends.store())));
        }
        addData(root, terminal, backends);
        if (backends.protocol() != null) {
            root.addSubcommand(new CommandLine(new GroupCommand.Protocol())
                    .addSubcommand(new ProtocolCheckCommand(terminal, backends.protocol())));
        }
    }

    private static void addData(CommandLine root, Terminal terminal, Backends backends) {
        CommandLine group = new CommandLine(new GroupCommand.Data());
        if (backends.library() != null) {
            group.addSubcommand(new DataListCommand(terminal, backends.library()))
                    .addSubcommand(new DataCheckCommand(terminal, backends.library()))
                    .addSubcommand(new DataAddCommand(terminal, backends.library()))
                    .addSubcommand(new DataFetchCommand(terminal, backends.library()));
        }
        if (backends.data() != null) {
            group.addSubcommand(new DataImportCommand(terminal, backends.data()))
                    .addSubcommand(new DataRecordCommand(terminal, backends.data()));
        }
        if (!group.getSubcommands().isEmpty()) {
            root.addSubcommand(group);
        }
    }

    private static void addHelp(CommandLine line) {
        if (line.getCommandSpec().userObject() instanceof CommandLine.HelpCommand) {
            return;
        }
        line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(() -> new String[] {version()});
        line.getSubcommands().values().forEach(CommandTree::addHelp);
    }

    private static String version() {
        String version = CommandTree.class.getPackage().getImplementationVersion();
        return "spark-stacker " + (version == null ? "development build" : version);
    }
}
