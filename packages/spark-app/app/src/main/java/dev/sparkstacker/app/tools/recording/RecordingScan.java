package dev.sparkstacker.app.tools.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a recording holds as a whole, found out by reading all of it before it is played.
 *
 * @param rows whole rows
 * @param bars how many of them are bars
 * @param lastMs time of the newest row; a bar's is that of its opening
 * @param whole whether its end was written; otherwise it was cut off behind its last row
 * @param bytes length of the file
 */
record RecordingScan(long rows, long bars, long lastMs, boolean whole, long bytes) {
    /** @throws RecordingException if it is damaged before its end */
    static RecordingScan of(Path file) throws IOException {
        long bars = 0;
        long lastMs = Long.MIN_VALUE;
        try (RecordingReader reader = RecordingReader.open(file)) {
            while (reader.hasNext()) {
                MarketRecord row = reader.next();
                bars += row instanceof MarketRecord.Closed ? 1 : 0;
                lastMs = Math.max(lastMs, row.timeMs());
            }
            return new RecordingScan(reader.rows(), bars, lastMs, reader.finished(), Files.size(file));
        }
    }

    /** What a person is told of a recording that was cut off; empty for a whole one. */
    String note() {
        return whole ? "" : "; CUT OFF behind row " + rows + " at byte " + bytes + ", its whole rows are played";
    }
}
