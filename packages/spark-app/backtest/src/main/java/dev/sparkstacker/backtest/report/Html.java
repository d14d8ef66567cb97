package dev.sparkstacker.backtest.report;

/** HTML as text, grown piece by piece. Whatever is not a tag's own name is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Escapes text for content and quoted attributes. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(character);
            }
        }
        return safe.toString();
    }

    /** Opens an element; attributes come as name and value in turn. */
    Html open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
        return this;
    }

    /** Closes an element. */
    Html close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    /** Text. */
    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** An element that holds text only. */
    Html leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /** A line of its own, so that the file can be read. */
    Html line() {
        out.append('\n');
        return this;
    }

    /** A figure: what people read, and the value that it stands for. */
    Html figure(Shown figure) {
        return open("data", "value", figure.value()).text(figure.text()).close("data");
    }

    /** What another part made. */
    Html add(Html other) {
        out.append(other.out);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
