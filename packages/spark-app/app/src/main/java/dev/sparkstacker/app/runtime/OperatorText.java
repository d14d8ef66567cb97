package dev.sparkstacker.app.runtime;

/** Text that people give as a reason. */
final class OperatorText {
    private OperatorText() {}

    /** Without control characters, which would forge lines and colours wherever the reason is shown. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
