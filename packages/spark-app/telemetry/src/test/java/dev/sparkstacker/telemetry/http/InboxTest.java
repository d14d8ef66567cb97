package dev.sparkstacker.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent by POST, over a real socket. */
class InboxTest {
    private static final int MOST_BYTES = 16;

    private final List<Inbox.Letter> taken = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final LocalHttpServer server = LocalHttpServer.bind(
                    HttpBinding.loopback("a test", 0, "test.port"), new HttpListener() {
                        @Override
                        public void denied(String path, String remote, String reason) {
                            failures.add("denied " + path);
                        }

                        @Override
                        public void failed(String path, Exception error) {
                            failures.add(path + " " + error.getMessage());
                        }
                    })
            .inbox("/in", MOST_BYTES, letter -> {
                taken.add(letter);
                if (letter.body().length == 0) {
                    throw new IOException("nothing in it");
                }
                return new Page.Answer(202, "application/json", "{}");
            })
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(String path, String method, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .header("Authorization", "Bearer secret")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aLetterOfTheLargestSizeArrivesWhole() throws Exception {
        assertThat(send("/in", "POST", "0123456789abcdef").statusCode()).isEqualTo(202);
        assertThat(taken).singleElement().satisfies(letter -> {
            assertThat(new String(letter.body(), StandardCharsets.UTF_8)).isEqualTo("0123456789abcdef");
            assertThat(letter.authorization()).isEqualTo("Bearer secret");
            assertThat(letter.toString()).startsWith("16 bytes from ").doesNotContain("secret", "0123");
        });
    }

    @Test
    void aLargerOneIsRefusedUnread() throws Exception {
        HttpResponse<String> answer = send("/in", "POST", "0123456789abcdefg");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"reason\":\"TOO_LARGE\"", "\"status\":413", "\"title\":\"Too large\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(taken).isEmpty();
    }

    @Test
    void onlyPostAndOnlyThePathItself() throws Exception {
        HttpResponse<String> got = send("/in", "GET", "");
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.headers().firstValue("Allow")).hasValue("POST");
        assertThat(send("/in/deeper", "POST", "x").statusCode()).isEqualTo(404);
        assertThat(taken).isEmpty();
    }

    @Test
    void whatFailsIsToldAndSaysNothingOfItself() throws Exception {
        HttpResponse<String> answer = send("/in", "POST", "");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"reason\":\"FAILED\"").doesNotContain("nothing in it");
        assertThat(failures).containsExactly("/in nothing in it");
    }
}
