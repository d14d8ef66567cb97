package dev.sparkstacker.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.sandbox.SandboxOptions;
import dev.sparkstacker.sandbox.TestSandbox;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The side channel over its real socket. */
class ControlServerTest {
    private static final int STEPPED = 10_000_000;
    private static final String STATUS = "{\"type\":\"exchangeStatus\"}";

    @TempDir
    Path folder;

    private TestSandbox open(int speedPermille) {
        return new TestSandbox(folder, speedPermille, SandboxOptions.usual().withControlPort(0));
    }

    @Test
    void thereIsNoneUnlessItIsAskedFor() {
        try (TestSandbox world = new TestSandbox(folder, 1_000, SandboxOptions.usual())) {
            assertThat(world.sandbox.controlPort()).isEmpty();
        }
    }

    @Test
    void aSteppedClockStandsUntilItIsToldThatNothingIsLeftToDo() throws Exception {
        try (TestSandbox world = open(STEPPED)) {
            long before =
                    world.control("GET", "/status", "").json().path("venueMs").longValue();
            assertThat(world.post("/info", STATUS).json().path("time").longValue())
                    .isEqualTo(before);
            JsonNode stepped = world.control("POST", "/step", "{\"toMs\":" + (before + 7_200_000) + "}")
                    .json();
            assertThat(stepped.path("venueMs").longValue()).isEqualTo(before + 7_200_000);
            assertThat(stepped.path("reached").booleanValue()).isTrue();
            assertThat(world.post("/info", STATUS).json().path("time").longValue())
                    .isEqualTo(before + 7_200_000);
            assertThat(world.control("GET", "/status", "")
                            .json()
                            .path("stepped")
                            .booleanValue())
                    .isTrue();
        }
    }

    @Test
    void aFreelyRunningClockIsNotStepped() throws Exception {
        try (TestSandbox world = open(1_000)) {
            TestSandbox.Answer refused = world.control("POST", "/step", "{\"toMs\":1}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("runs freely").contains("100 times");
        }
    }

    @Test
    void faultsAreSetStrikeAreCountedAndTakenBack() throws Exception {
        try (TestSandbox world = open(60_000)) {
            TestSandbox.Answer set = world.control(
                    "POST",
                    "/faults",
                    "{\"edge\":\"info\",\"fault\":{\"kind\":\"serverError\",\"moment\":\"before\"},\"subject\":\"meta\","
                            + "\"first\":2,\"times\":1}");
            assertThat(set.json().path("rules")).hasSize(1);
            assertThat(world.post("/info", "{\"type\":\"meta\"}").status()).isEqualTo(200);
            assertThat(world.post("/info", "{\"type\":\"meta\"}").status()).isEqualTo(500);
            assertThat(world.post("/info", "{\"type\":\"meta\"}").status()).isEqualTo(200);
            assertThat(world.control("GET", "/coverage", "").text())
                    .contains("{\"edge\":\"info\",\"kind\":\"serverError\",\"struck\":1}")
                    .contains("{\"edge\":\"wsSend\",\"kind\":\"frozenFeed\",\"struck\":0}");
            world.control(
                    "POST", "/faults", "{\"edge\":\"info\",\"fault\":{\"kind\":\"rateLimited\"},\"permille\":1000}");
            assertThat(world.post("/info", STATUS).status()).isEqualTo(429);
            assertThat(world.control("GET", "/faults", "").json().path("rules")).hasSize(1);
            assertThat(world.control("DELETE", "/faults", "").json().path("rules"))
                    .isEmpty();
            assertThat(world.post("/info", STATUS).status()).isEqualTo(200);
        }
    }

    @Test
    void aMistakeIsAnsweredWithWhatWouldBeRight() throws Exception {
        try (TestSandbox world = open(60_000)) {
            assertThat(world.control("POST", "/faults", "{\"edge\":\"wsSend\",\"fault\":{\"kind\":\"lostReply\"}}"))
                    .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                    .satisfies(answer -> assertThat(answer.text()).contains("frozenFeed"));
            assertThat(world.control("POST", "/faults", "{\"edge\":\"moon\",\"fault\":{\"kind\":\"drop\"}}")
                            .text())
                    .contains("exchange");
            assertThat(world.control("POST", "/faults", "{\"edge\":\"info\",\"fault\":{\"kind\":\"meteor\"}}")
                            .status())
                    .isEqualTo(400);
            assertThat(world.control("POST", "/maintenance", "{\"phase\":\"lunch\"}")
                            .text())
                    .contains("postOnly");
            assertThat(world.control("POST", "/step", "{").status()).isEqualTo(400);
            assertThat(world.control("GET", "/nothing", "").text()).contains("/coverage");
        }
    }

    @Test
    void maintenanceIsSeenByClientsAndEnds() throws Exception {
        try (TestSandbox world = open(60_000)) {
            String order =
                    "{\"type\":\"order\",\"orders\":[{\"a\":0,\"b\":true,\"p\":\"2000\",\"s\":\"0.1\",\"r\":false,"
                            + "\"t\":{\"limit\":{\"tif\":\"Gtc\"}}}],\"grouping\":\"na\"}";
            world.control("POST", "/maintenance", "{\"phase\":\"halted\"}");
            assertThat(world.control("GET", "/status", "").json().path("phase").asString())
                    .isEqualTo("halted");
            assertThat(world.post("/info", STATUS)
                            .json()
                            .path("specialStatuses")
                            .isNull())
                    .isFalse();
            assertThat(world.act(order).text()).contains("error");
            world.control("POST", "/maintenance", "{\"phase\":\"normal\"}");
            assertThat(world.act(order).text()).contains("resting");
        }
    }

    @Test
    void aFirstDepositOpensAnAccountThatIsRememberedWithOneLedgerEntry() throws Exception {
        String account = "0x00000000000000000000000000000000000000ab";
        String ledger = "{\"type\":\"userNonFundingLedgerUpdates\",\"user\":\"" + account + "\",\"startTime\":0}";
        try (TestSandbox world = open(60_000)) {
            TestSandbox.Answer opened =
                    world.control("POST", "/deposit", "{\"account\":\"" + account + "\",\"usd\":\"500\"}");
            assertThat(opened.status()).as(opened.text()).isEqualTo(200);
            assertThat(opened.json().path("accountValueUsd").asString()).isEqualTo("500");
        }
        try (TestSandbox again = open(60_000)) {
            assertThat(again.post("/info", ledger).json()).hasSize(1);
        }
        try (TestSandbox onceMore = open(60_000)) {
            assertThat(onceMore.post("/info", ledger).json()).hasSize(1);
        }
    }

    @Test
    void moneyComesAndGoesAndIsRememberedOverARestart() throws Exception {
        String account = TestSandbox.OWNER.address().text();
        String state = "{\"type\":\"clearinghouseState\",\"user\":\"" + account + "\"}";
        try (TestSandbox world = open(60_000)) {
            world.control("POST", "/deposit", "{\"account\":\"" + account + "\",\"usd\":\"500\"}");
            TestSandbox.Answer withdrawn =
                    world.control("POST", "/withdraw", "{\"account\":\"" + account + "\",\"usd\":\"200\"}");
            assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
            assertThat(world.control("POST", "/withdraw", "{\"account\":\"" + account + "\",\"usd\":\"99999\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(world.control("POST", "/deposit", "{\"account\":\"" + account + "\",\"usd\":\"-5\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(world.post("/info", state)
                            .json()
                            .at("/marginSummary/accountValue")
                            .asString())
                    .isEqualTo("10300.0");
        }
        try (TestSandbox again = open(60_000)) {
            assertThat(again.post("/info", state)
                            .json()
                            .at("/marginSummary/accountValue")
                            .asString())
                    .isEqualTo("10300.0");
        }
    }

    @Test
    void onlyThisMachineByItsOwnNameIsServed() throws Exception {
        try (TestSandbox world = open(60_000);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        world.sandbox.controlPort().orElseThrow())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }
}
