package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.app.tools.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads whole recordings. */
final class Recordings {
    private Recordings() {}

    static List<MarketRecord> read(Path file) throws IOException {
        List<MarketRecord> rows = new ArrayList<>();
        try (RecordingReader reader = RecordingReader.open(file)) {
            reader.forEachRemaining(rows::add);
            if (!reader.finished()) {
                throw new AssertionError(file + " was cut off after " + rows.size() + " rows");
            }
        }
        return rows;
    }
}
