package dev.sparkstacker.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.command.Command.CancelOrders;
import dev.sparkstacker.domain.command.Command.PlaceOrders;
import dev.sparkstacker.domain.event.AnswerEvent.CancelAccepted;
import dev.sparkstacker.domain.event.AnswerEvent.OrderRejected;
import dev.sparkstacker.domain.event.SystemEvent.FaultReported;
import dev.sparkstacker.hyperliquid.fake.FakeVenue.Answer;
import dev.sparkstacker.hyperliquid.fake.RecordedEvents;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import dev.sparkstacker.hyperliquid.limits.AddressBudget;
import dev.sparkstacker.wire.sign.Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is watched of an account while it trades: its mode, and what its address may still send. */
class AccountWatchTest {
    private static final long ELEVEN_MINUTES = TimeUnit.MINUTES.toNanos(11);

    @TempDir
    Path folder;

    private static String rateLimit(long used, long cap) {
        return "{\"cumVlm\":\"0.0\",\"nRequestsUsed\":" + used + ",\"nRequestsCap\":" + cap
                + ",\"nRequestsSurplus\":0}";
    }

    @Test
    void anAccountThatChangesToAModeWithoutPerpBalanceHaltsEntriesOnce() throws Exception {
        try (Scenario scenario = new Scenario(folder)) {
            RecordedEvents events = new RecordedEvents();
            scenario.connector().connect();
            AccountAccess access = Scenario.config(scenario.venue(), folder).account(Scenario.MAIN);
            AccountWatch watch = new AccountWatch(
                    access,
                    null,
                    scenario.connector().time(),
                    new AddressBudget(),
                    scenario.connector().info(),
                    events,
                    ConnectorListener.NONE,
                    0);
            watch.look(ELEVEN_MINUTES);
            assertThat(events.all()).isEmpty();

            scenario.venue().info("userAbstraction", request -> "\"unifiedAccount\"");
            watch.look(ELEVEN_MINUTES + 1);
            assertThat(events.all()).as("not due yet").isEmpty();
            watch.look(2 * ELEVEN_MINUTES);
            assertThat(events.all()).as("one reading may be spoilt").isEmpty();
            watch.look(2 * ELEVEN_MINUTES + 1);
            watch.look(3 * ELEVEN_MINUTES);
            watch.look(4 * ELEVEN_MINUTES);
            assertThat(events.of(FaultReported.class)).hasSize(1).allSatisfy(fault -> {
                assertThat(fault.haltEntries()).isTrue();
                assertThat(fault.detail()).contains("unifiedAccount");
            });
        }
    }

    @Test
    void howLongTheAgentMayStillSignIsToldAtOnceAndEachSixHours() throws Exception {
        List<String> told = new ArrayList<>();
        ConnectorListener listener = new ConnectorListener() {
            @Override
            public void agentRead(String account, String agent, long validUntilMs, long leftMs) {
                told.add(account + " " + agent + " " + validUntilMs + " " + (leftMs < validUntilMs));
            }
        };
        try (Scenario scenario = new Scenario(folder)) {
            String signer = Scenario.SIGNER.address().text();
            scenario.venue()
                    .info(
                            "extraAgents",
                            request -> "[{\"name\":\"other\",\"address\":\"" + Address.ZERO
                                    + "\",\"validUntil\":1},{\"name\":\"spark\",\"address\":\"" + signer
                                    + "\",\"validUntil\":1999999999999}]");
            scenario.connector().connect();
            AccountAccess access = Scenario.config(scenario.venue(), folder).account(Scenario.MAIN);
            AccountWatch watch = new AccountWatch(
                    access,
                    Address.ZERO,
                    scenario.connector().time(),
                    new AddressBudget(),
                    scenario.connector().info(),
                    event -> {},
                    listener,
                    0);
            watch.look(0);
            watch.look(TimeUnit.HOURS.toNanos(5));
            assertThat(told).containsExactly("main spark 1999999999999 true");
            watch.look(TimeUnit.HOURS.toNanos(6));
            assertThat(told).hasSize(2);
        }
    }

    @Test
    void aShortBudgetIsReadAgainAfterHalfAMinute() throws Exception {
        try (Scenario scenario = new Scenario(folder)) {
            scenario.venue().info("userRateLimit", request -> rateLimit(9_850, 10_000));
            scenario.connector().connect();
            AccountAccess access = Scenario.config(scenario.venue(), folder).account(Scenario.MAIN);
            AddressBudget budget = new AddressBudget();
            AccountWatch watch = new AccountWatch(
                    access,
                    null,
                    scenario.connector().time(),
                    budget,
                    scenario.connector().info(),
                    event -> {},
                    ConnectorListener.NONE,
                    0);
            watch.look(0);
            assertThat(budget.remaining()).isEqualTo(150);
            watch.look(TimeUnit.SECONDS.toNanos(29));
            assertThat(scenario.venue().asked("userRateLimit")).hasSize(1);
            watch.look(TimeUnit.SECONDS.toNanos(30));
            assertThat(scenario.venue().asked("userRateLimit")).hasSize(2);
        }
    }

    @Test
    void anExhaustedAddressKeepsEntriesHomeAndStillSendsCancels() throws Exception {
        try (Scenario scenario = new Scenario(folder)) {
            scenario.venue()
                    .nextExchange("{\"status\":\"err\",\"response\":\"Too many cumulative requests sent (97460 > 97456)"
                            + " for cumulative volume traded $87457.46. Place taker orders to free up 1 request per USDC"
                            + " traded.\"}");
            scenario.venue().info("userRateLimit", new Answer.Body(500, "null"));
            scenario.start();
            place(scenario);
            scenario.events()
                    .await1(OrderRejected.class, answer -> answer.venueReason().startsWith("Too many"));
            place(scenario);
            scenario.events()
                    .await1(OrderRejected.class, answer -> answer.venueReason().startsWith("not sent"));
            assertThat(scenario.venue().acted()).hasSize(1);

            scenario.venue()
                    .nextExchange("{\"status\":\"ok\",\"response\":{\"type\":\"cancel\",\"data\":{\"statuses\":"
                            + "[\"success\"]}}}");
            scenario.connector().submit(new CancelOrders(Scenario.MAIN, Scenario.ETH, List.of(scenario.mint())));
            scenario.events().await1(CancelAccepted.class);
        }
    }

    private static void place(Scenario scenario) {
        scenario.connector()
                .submit(new PlaceOrders(Scenario.MAIN, List.of(Scenario.entry(scenario.mint())), scenario.soon()));
    }
}
