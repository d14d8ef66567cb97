package dev.sparkstacker.backtest.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The frame around a report: one file that asks nobody for anything.
 *
 * <pre>
 *  meta  Content-Security-Policy: nothing may be loaded, only the style and the scripts with these hashes count
 *  style ─ body ─ data (JSON, never run) ─ Chart.js with its licence ─ the report's own script
 * </pre>
 */
final class Page {
    private static final String LIBRARY = "/META-INF/resources/webjars/chart.js/4.4.9/";

    private Page() {}

    /**
     * Makes the file.
     *
     * @param title plain text
     * @param body HTML
     * @param data JSON that is safe inside a script element
     */
    static String of(String title, Html body, String data) {
        String style = own("report.css");
        String library = "/*\n" + resource(LIBRARY + "LICENSE.md") + "*/\n"
                + withoutMap(resource(LIBRARY + "dist/chart.umd.js"));
        String script = own("report.js");
        String policy = "default-src 'none'; script-src " + hash(library) + " " + hash(script) + "; style-src "
                + hash(style) + "; base-uri 'none'; form-action 'none'";
        Html page = new Html();
        page.open("html", "lang", "en").line();
        page.open("head").line();
        page.open("meta", "charset", "utf-8").line();
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .line();
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.open("meta", "name", "color-scheme", "content", "light dark").line();
        page.leaf("title", title).line();
        return "<!doctype html>\n" + page + "<style>" + style + "</style>\n</head>\n<body>\n" + body
                + "\n<script type=\"application/json\" id=\"data\">" + data + "</script>\n<script>" + library
                + "</script>\n<script>" + script + "</script>\n</body>\n</html>\n";
    }

    private static String own(String name) {
        return resource("/dev/sparkstacker/backtest/report/" + name);
    }

    /** The source map is a file of its own and is not shipped. */
    private static String withoutMap(String script) {
        return script.replaceAll("//# sourceMappingURL=\\S*", "");
    }

    private static String resource(String path) {
        try (InputStream stream = Page.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The product lacks its part " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException damaged) {
            throw new IllegalStateException("The product's part " + path + " cannot be read", damaged);
        }
    }

    /** As a content security policy names an inline script or style. */
    private static String hash(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
