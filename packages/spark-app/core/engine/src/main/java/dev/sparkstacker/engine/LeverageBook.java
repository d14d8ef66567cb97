package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AnswerEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Leverage and margin mode of one account by market: wanted, set, and confirmed only once read back as wanted. Set
 * again a while after anything else was read back.
 */
final class LeverageBook {
    private static final long ANSWER_PATIENCE_MS = 15_000;
    private static final long RETRY_VENUE_MS = 5_000;
    private static final long RETRY_MACHINE_MS = 300;

    /**
     * Leverage and margin mode wanted for a market.
     *
     * @param confirmed the leverage that was read back, or null while unread
     * @param confirmedMode the margin mode that was read back, or null while unread
     */
    record Wish(
            MarketId market,
            Leverage wanted,
            @Nullable Leverage confirmed,
            MarginMode marginMode,
            @Nullable MarginMode confirmedMode,
            Deadline retry) {
        Wish with(@Nullable Leverage newConfirmed, @Nullable MarginMode newMode, Deadline newRetry) {
            return new Wish(market, wanted, newConfirmed, marginMode, newMode, newRetry);
        }
    }

    private final AccountId account;
    private final MarginMode marginMode;
    private final Map<MarketId, Wish> wishes = new TreeMap<>();

    LeverageBook(AccountId account, MarginMode marginMode) {
        this.account = account;
        this.marginMode = marginMode;
    }

    void load(List<Wish> loaded) {
        loaded.forEach(wish -> wishes.put(wish.market(), wish));
    }

    List<Wish> state() {
        return List.copyOf(wishes.values());
    }

    /** A new process trusts nothing it has not read again. */
    void startEpoch() {
        wishes.replaceAll((market, wish) -> wish.with(null, null, Deadline.NEVER));
    }

    void onConnected(Turn turn) {
        wishes.keySet().forEach(market -> request(turn, market));
    }

    void want(Turn turn, MarketId market, Leverage wanted, boolean connected) {
        Wish wish = wishes.get(market);
        if (wish == null || !wish.wanted().equals(wanted)) {
            wishes.put(market, new Wish(market, wanted, null, marginMode, null, Deadline.NEVER));
            if (connected) {
                request(turn, market);
            }
        }
    }

    /** Takes what was read back; where it is not what was wanted, it is set again later. */
    void onConfirmed(Turn turn, AnswerEvent.LeverageConfirmed answer) {
        Wish wish = wishes.get(answer.market());
        if (wish != null) {
            boolean sameMode = wish.marginMode() == answer.marginMode();
            boolean asWanted = sameMode && wish.wanted().equals(answer.leverage());
            Deadline retry = asWanted ? Deadline.NEVER : retryAfter(turn);
            wishes.put(answer.market(), wish.with(answer.leverage(), answer.marginMode(), retry));
        }
    }

    void onUnconfirmed(Turn turn, MarketId market) {
        Wish wish = wishes.get(market);
        if (wish != null) {
            wishes.put(market, wish.with(null, null, retryAfter(turn)));
        }
    }

    @Nullable
    Leverage confirmed(MarketId market) {
        Wish wish = wishes.get(market);
        return wish == null ? null : wish.confirmed();
    }

    /** The margin mode of a market as read back, or null while unread. */
    @Nullable
    MarginMode confirmedMode(MarketId market) {
        Wish wish = wishes.get(market);
        return wish == null ? null : wish.confirmedMode();
    }

    void onTime(Turn turn) {
        for (Map.Entry<MarketId, Wish> each : wishes.entrySet()) {
            Wish wish = each.getValue();
            if (wish.retry().isSet() && wish.retry().hasPassed(turn)) {
                each.setValue(requested(turn, wish));
            }
        }
    }

    void plan(Agenda agenda) {
        for (Wish wish : wishes.values()) {
            agenda.at(wish.retry());
        }
    }

    private static Deadline retryAfter(Turn turn) {
        return Deadline.after(turn, RETRY_VENUE_MS, RETRY_MACHINE_MS);
    }

    private void request(Turn turn, MarketId market) {
        Wish wish = wishes.get(market);
        if (wish != null) {
            wishes.put(market, requested(turn, wish));
        }
    }

    /** Sends the request; the wish after it waits for the answer. */
    private Wish requested(Turn turn, Wish wish) {
        turn.send(new Command.SetLeverage(account, wish.market(), wish.wanted(), wish.marginMode()));
        Deadline retry = Deadline.after(turn, ANSWER_PATIENCE_MS, ANSWER_PATIENCE_MS);
        return wish.with(wish.confirmed(), wish.confirmedMode(), retry);
    }
}
