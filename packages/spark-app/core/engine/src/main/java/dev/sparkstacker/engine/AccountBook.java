package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one account: whether it agrees with the venue, its leverage, and which fills were booked. */
final class AccountBook {
    private static final long READ_PATIENCE_MS = 15_000;
    private static final long RETRY_VENUE_MS = 1_000;
    private static final long RETRY_MACHINE_MS = 300;
    private static final long FILL_OVERLAP_MS = 60_000;
    private static final int LOOKS_THAT_PROVE = 2;

    /**
     * The book's state, for snapshots.
     *
     * @param fillsReadMs up to this venue time every fill was read from the venue and the books agreed
     * @param reading whether an answer to a reading is awaited
     * @param nextRead when to read next
     * @param difference what differed at the last look, or empty
     * @param looks how often in a row the same difference was seen
     */
    record State(
            AccountId id,
            MarginMode marginMode,
            FillLedger.State ledger,
            long fillsReadMs,
            List<LeverageBook.Wish> leverage,
            @Nullable Usd accountValue,
            boolean connected,
            boolean reconciled,
            boolean reading,
            Deadline nextRead,
            String difference,
            int looks) {}

    private final AccountId id;
    private final MarginMode marginMode;
    private final FillLedger ledger;
    private final LeverageBook leverage;
    private long fillsReadMs;
    private @Nullable Usd accountValue;
    private boolean connected;
    private boolean reconciled;
    private boolean reading;
    private Deadline nextRead = Deadline.NEVER;
    private String difference = "";
    private int looks;

    AccountBook(AccountId id, MarginMode marginMode, long baselineMs) {
        this(id, marginMode, new FillLedger(baselineMs), baselineMs);
    }

    AccountBook(State state) {
        this(state.id(), state.marginMode(), new FillLedger(state.ledger()), state.fillsReadMs());
        leverage.load(state.leverage());
        accountValue = state.accountValue();
        connected = state.connected();
        reconciled = state.reconciled();
        reading = state.reading();
        nextRead = state.nextRead();
        difference = state.difference();
        looks = state.looks();
    }

    private AccountBook(AccountId id, MarginMode marginMode, FillLedger ledger, long fillsReadMs) {
        this.id = id;
        this.marginMode = marginMode;
        this.ledger = ledger;
        this.leverage = new LeverageBook(id, marginMode);
        this.fillsReadMs = fillsReadMs;
    }

    State state() {
        return new State(
                id,
                marginMode,
                ledger.state(),
                fillsReadMs,
                leverage.state(),
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

    MarginMode marginMode() {
        return marginMode;
    }

    FillLedger ledger() {
        return ledger;
    }

    LeverageBook leverage() {
        return leverage;
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
        leverage.startEpoch();
    }

    void onConnected(Turn turn) {
        connected = true;
        requestRead(turn);
        leverage.onConnected(turn);
    }

    void onDisconnected() {
        connected = false;
        reconciled = false;
        reading = false;
        nextRead = Deadline.NEVER;
    }

    void requestRead(Turn turn) {
        reading = true;
        nextRead = Deadline.after(turn, READ_PATIENCE_MS, READ_PATIENCE_MS);
        turn.send(new Command.ReadAccount(id, Math.max(ledger.baselineMs(), fillsReadMs - FILL_OVERLAP_MS)));
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

    /** What differed was dealt with by a rule that holds no longer: it is to be proven anew. */
    void proveAnew() {
        difference = "";
        looks = 0;
    }

    void readAtOnce(Turn turn) {
        if (connected) {
            requestRead(turn);
        }
    }

    /** What was read is not what it is to become: look again, unless an answer is on its way. */
    void lookAgain(Turn turn) {
        if (!reading) {
            nextRead = Deadline.after(turn, RETRY_VENUE_MS, RETRY_MACHINE_MS);
        }
    }

    /** Something is unknown: look soon. */
    void readSoon(Turn turn) {
        if (!reading && connected) {
            nextRead = Deadline.after(turn, RETRY_VENUE_MS, 0);
        }
    }

    void wantLeverage(Turn turn, MarketId market, Leverage wanted) {
        leverage.want(turn, market, wanted, connected);
    }

    void onTime(Turn turn) {
        if (connected && nextRead.isSet() && nextRead.hasPassed(turn)) {
            requestRead(turn);
        }
        if (connected) {
            leverage.onTime(turn);
        }
    }

    /** Nothing is due without a connection: it begins with a look at everything. */
    void plan(Agenda agenda) {
        if (connected) {
            agenda.at(nextRead);
            leverage.plan(agenda);
        }
    }
}
