package dev.sparkstacker.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for.
 *
 * @param effort how thoroughly
 * @param names benchmarks by name; empty means all that run by default
 * @param writeDocs whether the result also replaces {@code docs/performance.md}
 * @param inProcess whether this JVM is the one that measures
 * @param list whether only the names are wanted
 */
record Options(Effort effort, List<String> names, boolean writeDocs, boolean inProcess, boolean list) {
    static final String QUICK = "--quick";
    static final String WRITE_DOCS = "--write-docs";
    static final String IN_PROCESS = "--in-process";
    static final String LIST = "--list";

    /** @throws IllegalArgumentException for a flag that does not exist */
    static Options of(String[] arguments) {
        Effort effort = Effort.FULL;
        List<String> names = new ArrayList<>();
        boolean writeDocs = false;
        boolean inProcess = false;
        boolean list = false;
        for (String argument : arguments) {
            switch (argument) {
                case QUICK -> effort = Effort.QUICK;
                case WRITE_DOCS -> writeDocs = true;
                case IN_PROCESS -> inProcess = true;
                case LIST, "--help", "-h" -> list = true;
                default -> {
                    if (argument.startsWith("-")) {
                        throw new IllegalArgumentException("Unknown flag " + argument);
                    }
                    names.add(argument);
                }
            }
        }
        return new Options(effort, List.copyOf(names), writeDocs, inProcess, list);
    }
}
