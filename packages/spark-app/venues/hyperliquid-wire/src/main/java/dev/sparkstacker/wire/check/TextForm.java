package dev.sparkstacker.wire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recordings as text.
 *
 * <pre>
 * websocket                              REST
 *   > {what the client sent}               POST
 *   &lt; {the acknowledgement}                /info
 *   = {a pushed message,                   false
 *      over several lines}                 {the body,
 *   >2 ... (a second stream)                over several lines}
 * </pre>
 */
final class TextForm {
    private static final Pattern MARK = Pattern.compile("([><=])(\\d*)(?:\\s(.*))?");
    private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|DELETE");

    /** One websocket frame; the place is its number in the file. */
    record Frame(int place, String json) {}

    /** A REST answer and the path it came from. */
    record Rest(String path, String json) {}

    private TextForm() {}

    /** The websocket frames, empty when the text is of another form. */
    static List<Frame> frames(String text) {
        List<Frame> frames = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean started = false;
        for (String line : text.lines().toList()) {
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                flush(frames, current, started);
                started = true;
                String rest = mark.group(3);
                current.append(rest == null ? "" : rest);
            } else if (started) {
                current.append('\n').append(line);
            } else if (!line.isBlank()) {
                return List.of();
            }
        }
        flush(frames, current, started);
        return frames;
    }

    private static void flush(List<Frame> frames, StringBuilder current, boolean started) {
        if (started && !current.toString().isBlank()) {
            frames.add(new Frame(frames.size() + 1, current.toString().strip()));
        }
        current.setLength(0);
    }

    /** The REST answer, empty when the text is of another form. */
    static Optional<Rest> rest(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 4 || !METHOD.matcher(lines.getFirst().strip()).matches()) {
            return Optional.empty();
        }
        String path = lines.get(1).strip();
        String flag = lines.get(2).strip();
        int bodyFrom = flag.equals("true") || flag.equals("false") ? 3 : 2;
        return Optional.of(new Rest(path, String.join("\n", lines.subList(bodyFrom, lines.size()))));
    }
}
