package dev.sparkstacker.wire.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where in a message reading or writing stands; carries the residue, if one is kept. */
final class Place {
    static final Place ROOT = new Place(null, "", null);

    private final @Nullable Place parent;
    private final String step;
    final @Nullable Residue residue;

    private Place(@Nullable Place parent, String step, @Nullable Residue residue) {
        this.parent = parent;
        this.step = step;
        this.residue = residue;
    }

    static Place root(@Nullable Residue residue) {
        return residue == null ? ROOT : new Place(null, "", residue);
    }

    Place at(String key) {
        return new Place(this, key, residue);
    }

    Place at(int index) {
        return new Place(this, Integer.toString(index), residue);
    }

    String path() {
        StringBuilder out = new StringBuilder();
        append(out);
        return out.toString();
    }

    private void append(StringBuilder out) {
        if (parent != null) {
            parent.append(out);
            out.append('/').append(step);
        }
    }

    WireException wrongType(String expected, JsonNode found) {
        return new WireException(
                WireException.Reason.WRONG_TYPE, path(), "expected " + expected + ", got " + show(found));
    }

    WireException fail(WireException.Reason reason, String detail) {
        return new WireException(reason, path(), detail);
    }

    static String show(JsonNode node) {
        String text =
                node.isContainer() ? node.getNodeType().name().toLowerCase(java.util.Locale.ROOT) : node.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
