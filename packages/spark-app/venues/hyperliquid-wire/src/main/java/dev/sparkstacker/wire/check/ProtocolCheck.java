package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Runs this protocol implementation against vectors and recordings that somebody brings. Files are recognised by their content,
 * never by their names. Nothing stops at the first mismatch: every case is reported.
 */
public final class ProtocolCheck {
    private final Consumer<Case> out;

    /** @param out told every case as it is decided */
    public ProtocolCheck(Consumer<Case> out) {
        this.out = out;
    }

    /**
     * Checks a file of signing or number vectors.
     *
     * @throws IOException when the file cannot be read
     */
    public void vectors(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        JsonNode content;
        try {
            content = Json.parse(Files.readAllBytes(file));
        } catch (WireException e) {
            out.accept(Case.mismatch(name, String.valueOf(e.getMessage())));
            return;
        }
        if (SigningVectors.recognises(content)) {
            int i = 0;
            for (JsonNode vector : content) {
                String label = vector.path("name").asString("[" + i + "]");
                out.accept(SigningVectors.check(name + " " + label, vector));
                i++;
            }
        } else if (NumberVectors.recognises(content)) {
            NumberVectors.check(name, content, out);
        } else {
            out.accept(Case.unknown(name, "neither a list of signing vectors nor a set of number vectors"));
        }
    }

    /**
     * Checks every recording below a folder, in the order of their paths.
     *
     * @throws IOException when the folder or a file cannot be read
     */
    public void recordings(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            if (isRecording(name)) {
                new Recordings(out).check(name, Files.readAllBytes(file));
            } else {
                out.accept(Case.skipped(name, "not a .json, .jsonl, .ndjson or .txt file"));
            }
        }
    }

    private static boolean isRecording(String name) {
        return Stream.of(".json", ".jsonl", ".ndjson", ".txt").anyMatch(name::endsWith);
    }
}
