package dev.sparkstacker.app.config.source;

/** Where a configuration value comes from. */
public sealed interface Origin {
    /** As people read it in a list of values or in front of a problem. */
    String describe();

    /** Nobody set it. */
    record ByDefault() implements Origin {
        @Override
        public String describe() {
            return "default";
        }
    }

    /**
     * A place in a file.
     *
     * @param file the file's name as the person gave it
     * @param line from 1
     * @param column from 1
     */
    record InFile(String file, int line, int column) implements Origin {
        @Override
        public String describe() {
            return file + ":" + line;
        }
    }

    /** An environment variable. */
    record FromEnvironment(String name) implements Origin {
        @Override
        public String describe() {
            return "env " + name;
        }
    }

    /** A command-line flag, with its dashes. */
    record FromFlag(String flag) implements Origin {
        @Override
        public String describe() {
            return "flag " + flag;
        }
    }
}
