package dev.sparkstacker.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.AccountEvent.LiquidationReported;
import dev.sparkstacker.domain.event.AccountEvent.MoneyMoved;
import dev.sparkstacker.domain.event.SystemEvent.Connected;
import dev.sparkstacker.domain.event.SystemEvent.FrameMalformed;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer.Peer;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money that moves by itself, told by the account's ledger channel. */
class LedgerStreamTest {
    private static final String CHANNEL = "userNonFundingLedgerUpdates";
    private static final String LIQUIDATION =
            "{\"type\":\"liquidation\",\"liquidatedNtlPos\":\"15.0\",\"accountValue\":\"1.5\",\"leverageType\":\"Cross\","
                    + "\"liquidatedPositions\":[{\"coin\":\"ETH\",\"szi\":\"0.006\"}]}";

    @TempDir
    Path folder;

    private Scenario scenario;

    @SuppressWarnings("NullAway.Init") // JUnit sets the scenario up before each test
    LedgerStreamTest() {}

    @BeforeEach
    void start() throws Exception {
        scenario = new Scenario(folder).start();
        awaitUp(1);
    }

    @AfterEach
    void stop() throws Exception {
        scenario.close();
    }

    private void awaitUp(int times) {
        scenario.events().awaitCount(Connected.class, times + 1);
    }

    private Peer account() {
        return scenario.venue().socket().peers().reversed().stream()
                .filter(peer -> peer.subscribedTo(CHANNEL))
                .findFirst()
                .orElseThrow();
    }

    private static String frame(boolean snapshot, String... entries) {
        return "{\"channel\":\"" + CHANNEL + "\",\"data\":{\"user\":\"" + Scenario.ADDRESS + "\","
                + (snapshot ? "\"isSnapshot\":true," : "") + "\"nonFundingLedgerUpdates\":["
                + String.join(",", entries) + "]}}";
    }

    private static String entry(long time, String delta) {
        return "{\"time\":" + time + ",\"hash\":\"0x" + time + "\",\"delta\":" + delta + "}";
    }

    private static String deposit(long time, String usdc) {
        return entry(time, "{\"type\":\"deposit\",\"usdc\":\"" + usdc + "\"}");
    }

    private void drop() throws Exception {
        account().drop();
        awaitUp(2);
    }

    private void awaitMove(String usd) {
        scenario.events().await1(MoneyMoved.class, moved -> moved.amount().equals(Usd.of(usd)));
    }

    @Test
    void aMoveIsToldOnceHoweverOftenSnapshotsRepeatIt() throws Exception {
        account().send(frame(true, deposit(1_000, "500.0")));
        account().send(frame(false, deposit(2_000, "250.0")));
        awaitMove("250");
        drop();
        account().send(frame(true, deposit(3_000, "125.0"), deposit(2_000, "250.0"), deposit(1_000, "500.0")));
        awaitMove("125");
        assertThat(scenario.events().of(MoneyMoved.class))
                .extracting(moved -> moved.amount().toString())
                .containsExactly("500", "250", "125");
    }

    @Test
    void aLiquidationDuringAGapIsToldByTheNextSnapshotAndOldOnesAreNot() throws Exception {
        account().send(frame(true, entry(1_000, LIQUIDATION), deposit(1_001, "1.0")));
        awaitMove("1");
        assertThat(scenario.events().of(LiquidationReported.class)).isEmpty();
        drop();
        account().send(frame(true, entry(1_000, LIQUIDATION), deposit(1_001, "1.0"), entry(2_000, LIQUIDATION)));
        account().send(frame(false, deposit(3_000, "3.0")));
        awaitMove("3");
        assertThat(scenario.events().of(LiquidationReported.class)).hasSize(1);
    }

    @Test
    void anEntryThatCannotBeUnderstoodIsCountedAndHidesNoOther() {
        account().send(frame(true, entry(1_000, "{\"type\":\"gift\",\"usdc\":\"5\"}"), deposit(1_001, "1.0")));
        awaitMove("1");
        assertThat(scenario.events().await1(FrameMalformed.class).detail()).contains("gift");
    }

    @Test
    void somebodyElsesLedgerIsNoneOfOurs() {
        account().send(frame(true, deposit(1_000, "500.0")).replace(Scenario.ADDRESS, "0x" + "ef".repeat(20)));
        account().send(frame(true, deposit(1_001, "1.0")));
        awaitMove("1");
        assertThat(scenario.events().of(MoneyMoved.class)).hasSize(1);
    }
}
