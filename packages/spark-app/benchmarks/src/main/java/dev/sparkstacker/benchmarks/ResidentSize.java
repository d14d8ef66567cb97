package dev.sparkstacker.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Memory of the application, without the sandbox, over a simulated day with ten markets. */
final class ResidentSize implements Measurement {
    private static final int SPEED = 100;
    private static final int HOURS = 24;
    private static final int QUICK_HOURS = 2;
    private static final long HOUR_SECONDS = 3_600 / SPEED;
    private static final long PATIENCE_SECONDS = 60;

    /** Less than this in half a day is noise: what happens to be alive at the hour differs by as much. */
    private static final double FLAT_MB = 2;

    private static final List<String> MARKETS = List.of(
            "BTC-USD",
            "ETH-USD",
            "SOL-USD",
            "XRP-USD",
            "BNB-USD",
            "DOGE-USD",
            "ADA-USD",
            "AVAX-USD",
            "LINK-USD",
            "HYPE-USD");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** One look at the process: resident memory as it was, then the heap after a full collection. */
    record Look(double residentMb, double heapMb) {}

    @Override
    public String name() {
        return "resident";
    }

    @Override
    public String about() {
        return "whole process: memory after 24 simulated hours with 10 markets (2 with --quick)";
    }

    @Override
    public boolean ownJvm() {
        return false;
    }

    @Override
    public boolean byDefault() {
        return false;
    }

    @Override
    public List<Figure> measure(Effort effort) throws IOException, InterruptedException {
        Path folder = Folders.scratch("resident");
        try {
            PaperSetup setup = PaperSetup.onMarkets(folder, SPEED, MARKETS);
            try (Program _ = setup.startSandbox();
                    Program application = setup.startApplication()) {
                application.awaitSeconds(PATIENCE_SECONDS);
                return figures(watch(application, effort == Effort.QUICK ? QUICK_HOURS : HOURS));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<Look> watch(Program application, int hours) throws IOException, InterruptedException {
        List<Look> looks = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            TimeUnit.SECONDS.sleep(HOUR_SECONDS);
            if (!application.isRunning()) {
                throw new IOException("The application ended. It said:\n" + application.said());
            }
            looks.add(new Look(application.residentMb(), heapMb(application)));
        }
        return looks;
    }

    private static List<Figure> figures(List<Look> looks) {
        List<Look> lastHalf = looks.subList(looks.size() / 2, looks.size());
        String hours = looks.size() + " simulated hours, " + MARKETS.size() + " markets, speed " + SPEED;
        String hourly = lastHalf.stream()
                .map(look -> String.format(Locale.ROOT, "%.1f", look.heapMb()))
                .collect(Collectors.joining(" "));
        return List.of(
                Figure.of(
                        "resident memory of the application",
                        looks.getLast().residentMb(),
                        "MB",
                        new Target.LessThan(220),
                        hours),
                Figure.of(
                        "heap after collection, trend over the last " + lastHalf.size() + " h",
                        trendMb(lastHalf),
                        "MB",
                        new Target.LessThan(FLAT_MB),
                        "least squares over the hourly figures, in MB: " + hourly));
    }

    /** How much the fitted straight line rises from the first look to the last. */
    static double trendMb(List<Look> looks) {
        int n = looks.size();
        double middle = (n - 1) / 2.0;
        double mean = looks.stream().mapToDouble(Look::heapMb).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (i - middle) * (looks.get(i).heapMb() - mean);
            squares += (i - middle) * (i - middle);
        }
        return squares == 0 ? 0 : products / squares * (n - 1);
    }

    /** Used heap after a full collection. */
    private static double heapMb(Program application) throws IOException, InterruptedException {
        jcmd(application, "GC.run");
        String info = jcmd(application, "GC.heap_info");
        double kilobytes = 0;
        for (String line : info.lines().toList()) {
            boolean heap = !line.contains("Metaspace") && !line.contains("class space");
            Matcher used = USED.matcher(line);
            if (heap && used.find()) {
                kilobytes += Double.parseDouble(used.group(1));
            }
        }
        if (kilobytes == 0) {
            throw new IOException("The JVM does not tell its heap in the form expected:\n" + info);
        }
        return kilobytes / 1024;
    }

    private static String jcmd(Program application, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(application.pid()), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + " failed: " + output);
        }
        return output;
    }
}
