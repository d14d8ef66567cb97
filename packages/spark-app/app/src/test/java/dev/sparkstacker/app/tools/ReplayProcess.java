package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.JournalTools.ReplayOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A replay in a virtual machine of its own; arguments: the journal, {@code zero} or {@code snapshot}. */
final class ReplayProcess {
    private ReplayProcess() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) {
        ReplayOptions options = new ReplayOptions(arguments[1].equals("zero"), Long.MAX_VALUE, false);
        int status = new JournalDesk(RecordedRun.BUILD)
                .replay(Path.of(arguments[0]), options, Terminal.system())
                .status();
        System.exit(status);
    }

    /** Starts one with the given options of the virtual machine; its output goes to a file. */
    static Process start(Path journal, String from, List<String> jvmOptions, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ReplayProcess.class.getName(),
                journal.toString(),
                from));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
