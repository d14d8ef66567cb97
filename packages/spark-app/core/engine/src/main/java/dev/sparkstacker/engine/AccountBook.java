package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AnswerEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one account: whether it agrees with the venue, its leverage, and which fills were booked. */
final class AccountBook {
    private static final int REMEMBERED_FILLS = 20_000;
    private static final long READ_PATIENCE_MS = 15_000;
    private static final long RETRY_VENUE_MS = 1_000;
    private static final long RETRY_MACHINE_MS = 300;
    private static final long FILL_OVERLAP_MS = 60_000;
    private static final long LEVERAGE_RETRY_MS = 5_000;
    private static final int LOOKS_THAT_PROVE = 2;

    /** What makes a fill the same fill. */
    record FillKey(MarketId market, long venueTimeMs, long tradeId, long orderId) {
        static FillKey of(Fill fill) {
            return new FillKey(fill.market(), fill.venueTimeMs(), fill.tradeId(), fill.orderId());
        }
    }

    /** Leverage wanted for a market and, once read back, confirmed. */
    record LeverageWish(
            MarketId market, Leverage wanted, @Nullable Leverage confirmed, MarginMode marginMode, Deadline retry) {}

    /** Time of the last funding booked for a market. */
    record FundingMark(MarketId market, long paidAtMs) {}

    /**
     * The book's state, for snapshots.
     *
     * @param baselineMs fills and funding before this venue time are not ours to book
     * @param fillsReadMs up to this venue time every fill was read from the venue and the books agreed
     * @param reading whether an answer to a reading is awaited
     * @param nextRead when to read next
     * @param difference what differed at the last look, or empty
     * @param looks how often in a row the same difference was seen
     */
    record State(
            AccountId id,
            MarginMode marginMode,
            long baselineMs,
            long fillsReadMs,
            List<FillKey> seen,
            List<LeverageWish> leverage,
            List<FundingMark> fundings,
            @Nullable Usd accountValue,
            boolean connected,
            boolean reconciled,
            boolean reading,
            Deadline nextRead,
            String difference,
            int looks) {}

    private final AccountId id;
    private final MarginMode marginMode;
    private final Set<FillKey> seen = new LinkedHashSet<>();
    private final Map<MarketId, LeverageWish> leverage = new TreeMap<>();
    private final Map<MarketId, Long> fundings = new TreeMap<>();
    private final long baselineMs;
    private long fillsReadMs;
    private @Nullable Usd accountValue;
    private boolean connected;
    private boolean reconciled;
    private boolean reading;
    private Deadline nextRead = Deadline.NEVER;
    private String difference = "";
    private int looks;

    AccountBook(AccountId id, MarginMode marginMode, long baselineMs) {
        this.id = id;
        this.marginMode = marginMode;
        this.baselineMs = baselineMs;
        this.fillsReadMs = baselineMs;
    }

    AccountBook(State state) {
        this(state.id(), state.marginMode(), state.baselineMs());
        fillsReadMs = state.fillsReadMs();
        seen.addAll(state.seen());
        state.leverage().forEach(wish -> leverage.put(wish.market(), wish));
        state.fundings().forEach(mark -> fundings.put(mark.market(), mark.paidAtMs()));
        accountValue = state.accountValue();
        connected = state.connected();
        reconciled = state.reconciled();
        reading = state.reading();
        nextRead = state.nextRead();
        difference = state.difference();
        looks = state.looks();
    }

    State state() {
        List<FundingMark> marks = new ArrayList<>();
        fundings.forEach((market, paidAtMs) -> marks.add(new FundingMark(market, paidAtMs)));
        return new State(
                id,
                marginMode,
                baselineMs,
                fillsReadMs,
                List.copyOf(seen),
                List.copyOf(leverage.values()),
                marks,
                accountValue,
                connected,
                reconciled,
                reading,
                nextRead,
                difference,
                looks);
    }

    AccountId id() {
        return id;
    }

    boolean isReconciled() {
        return reconciled;
    }

    @Nullable
    Usd accountValue() {
        return accountValue;
    }

    /** A new process knows of no connection and trusts nothing it has not read again. */
    void startEpoch() {
        connected = false;
        reconciled = false;
        reading = false;
        nextRead = Deadline.NEVER;
        difference = "";
        looks = 0;
        leverage.replaceAll(
                (market, wish) -> new LeverageWish(market, wish.wanted(), null, wish.marginMode(), Deadline.NEVER));
    }

    void onConnected(Turn turn) {
        connected = true;
        requestRead(turn);
        leverage.keySet().forEach(market -> requestLeverage(turn, market));
    }

    void onDisconnected() {
        connected = false;
        reconciled = false;
        reading = false;
        nextRead = Deadline.NEVER;
    }

    /** Whether the fill is new; a new one is remembered. */
    boolean remember(Fill fill) {
        if (fill.venueTimeMs() < baselineMs || !seen.add(FillKey.of(fill))) {
            return false;
        }
        if (seen.size() > REMEMBERED_FILLS) {
            seen.remove(seen.iterator().next());
        }
        return true;
    }

    /** Whether this funding payment is new; a new one is remembered. */
    boolean rememberFunding(MarketId market, long paidAtMs) {
        long last = fundings.getOrDefault(market, baselineMs);
        if (paidAtMs <= last) {
            return false;
        }
        fundings.put(market, paidAtMs);
        return true;
    }

    void requestRead(Turn turn) {
        reading = true;
        nextRead = Deadline.after(turn, READ_PATIENCE_MS, READ_PATIENCE_MS);
        turn.send(new Command.ReadAccount(id, Math.max(baselineMs, fillsReadMs - FILL_OVERLAP_MS)));
    }

    void onUnread(Turn turn) {
        reading = false;
        nextRead = Deadline.after(turn, RETRY_VENUE_MS, RETRY_MACHINE_MS);
    }

    /**
     * The account agreed with the venue when it was read; the next look is due in the given time. Without a connection
     * this is old news and proves nothing of now.
     */
    void onAgreed(Turn turn, Usd value, long readAtMs, long everyMs) {
        reading = false;
        reconciled = connected;
        accountValue = value;
        difference = "";
        looks = 0;
        fillsReadMs = Math.max(fillsReadMs, readAtMs);
        nextRead = Deadline.after(turn, everyMs, 0);
    }

    /**
     * The account differs from the venue, or could not be compared while something was on its way.
     *
     * @param found what differs, or empty where it could not be compared
     * @return whether this look proves the difference: the second in a row that saw it
     */
    boolean onDiffered(Turn turn, Usd value, String found) {
        reading = false;
        accountValue = value;
        looks = found.isEmpty() ? 0 : found.equals(difference) ? looks + 1 : 1;
        difference = found;
        nextRead = Deadline.after(turn, RETRY_VENUE_MS, RETRY_MACHINE_MS);
        if (looks == LOOKS_THAT_PROVE) {
            reconciled = false;
        }
        return looks == LOOKS_THAT_PROVE;
    }

    /** Something is unknown: look soon. */
    void readSoon(Turn turn) {
        if (!reading && connected) {
            nextRead = Deadline.after(turn, RETRY_VENUE_MS, 0);
        }
    }

    void wantLeverage(Turn turn, MarketId market, Leverage wanted) {
        LeverageWish wish = leverage.get(market);
        if (wish == null || !wish.wanted().equals(wanted)) {
            leverage.put(market, new LeverageWish(market, wanted, null, marginMode, Deadline.NEVER));
            if (connected) {
                requestLeverage(turn, market);
            }
        }
    }

    /** Takes what was read back; where it is not what was wanted, it is set again later. */
    void onLeverage(Turn turn, AnswerEvent.LeverageConfirmed answer) {
        LeverageWish wish = leverage.get(answer.market());
        if (wish != null) {
            boolean sameMode = wish.marginMode() == answer.marginMode();
            boolean asWanted = sameMode && wish.wanted().equals(answer.leverage());
            Deadline retry = asWanted ? Deadline.NEVER : Deadline.after(turn, LEVERAGE_RETRY_MS, RETRY_MACHINE_MS);
            Leverage confirmed = sameMode ? answer.leverage() : null;
            leverage.put(
                    answer.market(),
                    new LeverageWish(answer.market(), wish.wanted(), confirmed, wish.marginMode(), retry));
        }
    }

    void onLeverageUnconfirmed(Turn turn, MarketId market) {
        LeverageWish wish = leverage.get(market);
        if (wish != null) {
            Deadline retry = Deadline.after(turn, LEVERAGE_RETRY_MS, RETRY_MACHINE_MS);
            leverage.put(market, new LeverageWish(market, wish.wanted(), null, wish.marginMode(), retry));
        }
    }

    @Nullable
    Leverage confirmedLeverage(MarketId market) {
        LeverageWish wish = leverage.get(market);
        return wish == null ? null : wish.confirmed();
    }

    void onTime(Turn turn) {
        if (connected && nextRead.isSet() && nextRead.hasPassed(turn)) {
            requestRead(turn);
        }
        for (LeverageWish wish : List.copyOf(leverage.values())) {
            if (connected && wish.retry().isSet() && wish.retry().hasPassed(turn)) {
                requestLeverage(turn, wish.market());
            }
        }
    }

    /** Nothing is due without a connection: it begins with a look at everything. */
    void plan(Agenda agenda) {
        if (connected) {
            agenda.at(nextRead);
            leverage.values().forEach(wish -> agenda.at(wish.retry()));
        }
    }

    private void requestLeverage(Turn turn, MarketId market) {
        LeverageWish wish = leverage.get(market);
        if (wish != null) {
            Deadline retry = Deadline.after(turn, READ_PATIENCE_MS, READ_PATIENCE_MS);
            leverage.put(market, new LeverageWish(market, wish.wanted(), wish.confirmed(), wish.marginMode(), retry));
            turn.send(new Command.SetLeverage(id, market, wish.wanted(), wish.marginMode()));
        }
    }
}
