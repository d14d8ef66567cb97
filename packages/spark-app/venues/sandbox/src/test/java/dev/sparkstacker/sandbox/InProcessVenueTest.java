package dev.sparkstacker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InProcessVenueTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final AccountId MAIN = new AccountId("main");
    private static final long START = 1_800_000_000_000L;
    private static final LegId LEG = new LegId(new StrategyId("macd"), ETH, LegRole.MAIN);

    private final List<Event> events = new ArrayList<>();
    private final InProcessVenue venue = InProcessVenue.of(
            List.of(MarketSpec.of(new Instrument(ETH, 0, 4, new Leverage(25), false, Usd.of("10")))),
            Map.of(MAIN, Usd.of("10000")),
            START,
            events::add);
    private int orders;

    private ApprovedOrder order(
            OrderPurpose purpose, Side side, String size, String limit, TimeInForce tif, @Nullable Trigger trigger) {
        ClientOrderId id = ClientOrderId.mint(7, 1, 1, orders++);
        return new ApprovedOrder(
                new OrderRequest(
                        id,
                        LEG,
                        purpose,
                        side,
                        Quantity.of(size),
                        Price.of(limit),
                        tif,
                        purpose.reducesOnly(),
                        trigger),
                "test");
    }

    private void place(ApprovedOrder... approved) {
        venue.submit(new Command.PlaceOrders(MAIN, List.of(approved), Long.MAX_VALUE));
        venue.settle();
    }

    private <T> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void anEntryFillsAtTheTouchAfterTheLatencyAndIsAnswered() {
        venue.tick(ETH, Price.of("2500"), START);
        venue.submit(new Command.PlaceOrders(
                MAIN,
                List.of(order(OrderPurpose.ENTRY, Side.BUY, "0.1", "2600", TimeInForce.IOC, null)),
                Long.MAX_VALUE));
        venue.advanceTo(START + 149);
        assertThat(of(AnswerEvent.class)).isEmpty();
        venue.advanceTo(START + 150);

        AccountEvent.FillReceived fill = of(AccountEvent.FillReceived.class).getFirst();
        assertThat(fill.fill().price()).isEqualTo(Price.of("2500.1"));
        assertThat(fill.fill().fee()).isEqualTo(Usd.of("0.112504"));
        assertThat(fill.fill().taker()).isTrue();
        AnswerEvent.OrderExecuted answer = of(AnswerEvent.OrderExecuted.class).getFirst();
        assertThat(answer.filled()).isEqualTo(Quantity.of("0.1"));
        assertThat(answer.averagePrice()).isEqualTo(Price.of("2500.1"));
    }

    @Test
    void aRestingStopFiresOnTheMarkPriceAndItsTargetGoesWithThePosition() {
        venue.tick(ETH, Price.of("2500"), START);
        place(order(OrderPurpose.ENTRY, Side.BUY, "0.1", "2600", TimeInForce.IOC, null));
        place(
                order(
                        OrderPurpose.STOP,
                        Side.SELL,
                        "0.1",
                        "2137.5",
                        TimeInForce.GTC,
                        new Trigger(TriggerKind.STOP_LOSS, Price.of("2375"), true)),
                order(
                        OrderPurpose.TARGET,
                        Side.SELL,
                        "0.1",
                        "2475",
                        TimeInForce.GTC,
                        new Trigger(TriggerKind.TAKE_PROFIT, Price.of("2750"), true)));
        assertThat(of(AnswerEvent.OrderResting.class)).hasSize(2);

        venue.tick(ETH, Price.of("2370"), START + 60_000);

        assertThat(venue.account(MAIN).positions()).isEmpty();
        assertThat(of(AccountEvent.FillReceived.class).getLast().fill().price()).isEqualTo(Price.of("2369.9"));
        List<String> statuses = of(AccountEvent.OrderUpdated.class).stream()
                .map(AccountEvent.OrderUpdated::venueStatus)
                .toList();
        assertThat(statuses).contains("triggered", "reduceOnlyCanceled");
        assertThat(venue.account(MAIN).openOrders()).isEmpty();
    }

    @Test
    void barsGiveCandlesAndTheirHistoryCanBeRead() {
        for (int i = 0; i < 5; i++) {
            venue.advance(ETH, bar(START + i * 60_000L, "2500", "2510", "2490", "2505"));
        }
        venue.submit(new Command.ReadCandles(ETH, Interval.M1, START));
        venue.settle();

        MarketEvent.CandlesRead read = of(MarketEvent.CandlesRead.class).getFirst();
        assertThat(read.bars()).hasSize(5);
        assertThat(read.bars().getFirst().high()).isEqualTo(Price.of("2510"));
        assertThat(read.bars().getFirst().volume()).isEqualTo(Quantity.of("12"));
        assertThat(of(MarketEvent.CandleChanged.class)).hasSize(20);
    }

    @Test
    void anUnknownOrderIsReportedAsUnknownAndAnAccountIsReadWhole() {
        venue.tick(ETH, Price.of("2500"), START);
        venue.submit(new Command.SetLeverage(MAIN, ETH, new Leverage(10), MarginMode.ISOLATED));
        venue.settle();
        place(order(OrderPurpose.ENTRY, Side.SELL, "0.1", "2400", TimeInForce.IOC, null));
        venue.submit(new Command.ReadOrderStatus(MAIN, ClientOrderId.mint(9, 9, 9, 9), START));
        venue.submit(new Command.ReadAccount(MAIN, START));
        venue.settle();

        assertThat(of(AnswerEvent.LeverageConfirmed.class).getFirst().leverage())
                .isEqualTo(new Leverage(10));
        assertThat(of(AnswerEvent.OrderStatusRead.class).getFirst().status()).isEqualTo(VenueOrderStatus.UNKNOWN_ORDER);
        AccountEvent.AccountRead read = of(AccountEvent.AccountRead.class).getFirst();
        assertThat(read.positions()).singleElement().satisfies(position -> {
            assertThat(position.size().isShort()).isTrue();
            assertThat(position.marginMode()).isEqualTo(MarginMode.ISOLATED);
            assertThat(position.liquidationPrice()).isNotNull();
        });
        assertThat(read.fills()).hasSize(1);
    }

    private static Bar bar(long openTimeMs, String open, String high, String low, String close) {
        return new Bar(
                openTimeMs, Price.of(open), Price.of(high), Price.of(low), Price.of(close), Quantity.of("12"), 4);
    }
}
