package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Residue;
import dev.sparkstacker.wire.json.Shape;
import dev.sparkstacker.wire.json.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a tree into typed values, writes them again and compares. */
final class RoundTrip {

    /** What came of it. */
    record Result<T>(Optional<T> value, Case result) {}

    private RoundTrip() {}

    /**
     * An answer: undocumented keys are kept aside and named.
     *
     * @param trimmed whether the recorder left keys out, so that missing ones are named instead of refused
     */
    static <T> Result<T> answer(String name, String type, Shape<T> shape, JsonNode tree, boolean trimmed) {
        return check(name, type, shape, tree, new Residue(trimmed), true);
    }

    /** A request: must be produced identically, so an undocumented key is a mismatch. */
    static <T> Result<T> request(String name, String type, Shape<T> shape, JsonNode tree) {
        return check(name, type, shape, tree, new Residue(false), false);
    }

    private static <T> Result<T> check(
            String name, String type, Shape<T> shape, JsonNode tree, Residue residue, boolean extraKeysAllowed) {
        T value;
        try {
            value = shape.read(tree, residue);
        } catch (WireException e) {
            return new Result<>(Optional.empty(), Case.mismatch(name, type + " " + e.getMessage()));
        }
        Optional<String> difference = JsonDiff.first(tree, shape.write(value, residue));
        if (difference.isPresent()) {
            return new Result<>(Optional.of(value), Case.mismatch(name, type + " " + difference.get()));
        }
        if (!extraKeysAllowed && !residue.unknownKeys().isEmpty()) {
            return new Result<>(
                    Optional.of(value),
                    Case.mismatch(name, type + " has keys we would not send: " + residue.unknownKeys()));
        }
        return new Result<>(Optional.of(value), Case.ok(name, type + notes(residue)));
    }

    private static String notes(Residue residue) {
        List<String> notes = new ArrayList<>();
        if (!residue.missingKeys().isEmpty()) {
            notes.add("recorded without " + String.join(", ", residue.missingKeys()));
        }
        if (!residue.unknownKeys().isEmpty()) {
            List<String> names = residue.unknownKeys().stream()
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .distinct()
                    .toList();
            notes.add("kept aside " + String.join(", ", names));
        }
        return notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
    }

    /** A documented type without a record: to text and back without loss. */
    static Case raw(String name, String type, JsonNode tree) {
        try {
            Optional<String> difference = JsonDiff.first(tree, Json.parse(Json.bytes(tree)));
            return difference.isEmpty()
                    ? Case.ok(name, type + " (as JSON)")
                    : Case.mismatch(name, type + " " + difference.get());
        } catch (WireException e) {
            return Case.mismatch(name, type + " " + e.getMessage());
        }
    }
}
