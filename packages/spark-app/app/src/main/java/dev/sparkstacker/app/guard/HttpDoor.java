package dev.sparkstacker.app.guard;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.http.ActReply;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.limits.NonceException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.AccountMapping;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.CancelSpec;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.exchange.Grouping;
import dev.sparkstacker.wire.exchange.OrderSpec;
import dev.sparkstacker.wire.exchange.OrderType;
import dev.sparkstacker.wire.exchange.Tif;
import dev.sparkstacker.wire.info.AssetPosition;
import dev.sparkstacker.wire.info.ClearinghouseState;
import dev.sparkstacker.wire.info.FrontendOrder;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.L2Book;
import dev.sparkstacker.wire.info.Level;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account over the venue's REST interface, with clients of its own. */
final class HttpDoor implements AccountDoor {
    private static final int MOST_CANCELS = 50;

    private final AccountAccess access;
    private final VenueClients clients;
    private final MarketRules rules;
    private final NonceSource nonces;
    private final long expiresAfterMs;

    /** @param expiresAfterMs venue time after which the venue must refuse an order, at a clock of the machine's speed */
    HttpDoor(AccountAccess access, VenueClients clients, MarketRules rules, NonceSource nonces, long expiresAfterMs) {
        this.access = access;
        this.clients = clients;
        this.rules = rules;
        this.nonces = nonces;
        this.expiresAfterMs = expiresAfterMs;
    }

    @Override
    public AccountId account() {
        return access.id();
    }

    @Override
    public long venueTimeMs() throws ReadException, InterruptedException {
        clients.info().probeTime(Priority.RISK_REDUCING);
        return clients.time().venueTimeMs();
    }

    @Override
    public Standing read() throws ReadException, InterruptedException {
        long readAtMs = venueTimeMs();
        String user = access.address().text();
        List<FrontendOrder> open =
                clients.info().ask(new InfoRequest.FrontendOpenOrders(user, null), Priority.RISK_REDUCING);
        ClearinghouseState state =
                clients.info().ask(new InfoRequest.Clearinghouse(user, null), Priority.RISK_REDUCING);
        try {
            List<VenueOrder> orders = new ArrayList<>();
            for (FrontendOrder order : open) {
                if (AccountMapping.isPerp(order.coin())) {
                    orders.add(AccountMapping.order(order));
                }
            }
            List<VenuePosition> positions = new ArrayList<>();
            for (AssetPosition asset : state.assetPositions()) {
                if (asset.position().szi().signum() != 0) {
                    positions.add(AccountMapping.position(asset.position()));
                }
            }
            return new Standing(positions, orders, readAtMs);
        } catch (Impossible wrong) {
            throw new ReadException(String.valueOf(wrong.getMessage()));
        }
    }

    @Override
    public String cancel(List<VenueOrder> orders) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += MOST_CANCELS) {
            List<CancelSpec> specs = new ArrayList<>();
            try {
                for (VenueOrder order : orders.subList(from, Math.min(orders.size(), from + MOST_CANCELS))) {
                    specs.add(new CancelSpec(rules.of(order.market()).assetId(), order.orderId()));
                }
            } catch (ReadException unread) {
                return "not sent: " + unread.getMessage();
            }
            answers.add(send(new Action.Cancel(specs, false), null));
        }
        return String.join("; ", answers);
    }

    @Override
    public String close(Triage.Closing closing, Rate cap) throws ReadException, InterruptedException {
        Instrument instrument = rules.of(closing.market());
        Price limit = limit(closing.side(), touch(closing, instrument), cap, instrument);
        OrderSpec order = new OrderSpec(
                instrument.assetId(),
                closing.side() == Side.BUY,
                FixedPoint.toBigDecimal(limit.e8()),
                FixedPoint.toBigDecimal(closing.size().e8()),
                true,
                new OrderType.Limit(Tif.IOC),
                null);
        long expiry = venueTimeMs()
                + (long) (expiresAfterMs * Math.max(1, clients.time().rate()));
        return send(new Action.Order(List.of(order), Grouping.NONE, null), expiry) + " (limit " + limit + ")";
    }

    /** The best price on the side that will be hit; where nobody quotes, the mark. */
    private Price touch(Triage.Closing closing, Instrument instrument) throws ReadException, InterruptedException {
        L2Book book = clients.info()
                .ask(new InfoRequest.Book(closing.market().coin(), null, null), Priority.RISK_REDUCING)
                .orElse(null);
        List<Level> levels = book == null ? List.of() : closing.side() == Side.BUY ? book.asks() : book.bids();
        return levels.isEmpty()
                ? rules.mark(instrument)
                : new Price(FixedPoint.fromBigDecimal(levels.getFirst().px()));
    }

    /** The touch moved through by the cap, on a tick, never past the cap. */
    private static Price limit(Side side, Price touch, Rate cap, Instrument instrument) {
        RoundingMode inward = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
        Rate through = side == Side.BUY ? cap : cap.negate();
        return instrument.roundPrice(touch.shift(through, inward), inward);
    }

    private String send(Action action, @Nullable Long expiryMs) throws InterruptedException {
        try {
            return switch (clients.exchange()
                    .send(
                            clients.exchange().sign(access.signer(), nonces.next(), action, access.vault(), expiryMs),
                            Priority.RISK_REDUCING)) {
                case ActReply.Answered(ExchangeResponse response) -> text(response);
                case ActReply.NotTaken(String detail) -> "not taken: " + detail;
                case ActReply.Unknown(String detail) -> "unknown: " + detail;
            };
        } catch (NonceException none) {
            return "not sent: " + none.getMessage();
        }
    }

    private static String text(ExchangeResponse response) {
        return switch (response) {
            case ExchangeResponse.Refused(String message) -> "refused: " + message;
            case ExchangeResponse.Accepted accepted -> ACCEPTED + accepted.response();
        };
    }

    @Override
    public String scheduleCancel(@Nullable Long atMs) throws InterruptedException {
        return send(new Action.ScheduleCancel(atMs), null);
    }
}
