package dev.sparkstacker.sandbox.persist;

import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.AgentRegistry;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.LedgerEntry;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.sandbox.exchange.Twap;
import dev.sparkstacker.sandbox.exchange.VenueState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what changes at the exchange, one line a step, on the exchange's thread. {@link #flush} is called before
 * an answer leaves, so that nobody was told what a restart does not know.
 */
public final class StateRecorder implements ExchangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(StateRecorder.class);
    private static final long COMPACT_AT_BYTES = 16L << 20;
    private static final int NONCES_KEPT = 100;

    private final StateLog log;
    private final Exchange exchange;
    private final long genesisMs;
    private final Set<Account> touched = new LinkedHashSet<>();
    private final List<StateRow> rows = new ArrayList<>();
    private final Map<String, List<Long>> nonces = new LinkedHashMap<>();
    private List<AgentRegistry.Agent> agents = List.of();
    private @Nullable VenueState venue;
    private long compactAtBytes = COMPACT_AT_BYTES;

    /** @param genesisMs where the generated prices begin */
    public StateRecorder(StateLog log, Exchange exchange, long genesisMs) {
        this.log = log;
        this.exchange = exchange;
        this.genesisMs = genesisMs;
    }

    /** Remembers a nonce known from before. */
    public void knownNonce(String signer, long nonce) {
        List<Long> kept = nonces.computeIfAbsent(signer, _ -> new ArrayList<>());
        kept.add(nonce);
        if (kept.size() > NONCES_KEPT) {
            kept.remove(Collections.min(kept));
        }
    }

    /** Remembers a nonce that was used. */
    public void usedNonce(String signer, long nonce) {
        knownNonce(signer, nonce);
        rows.add(new StateRow.NonceRow(signer, nonce));
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        if (!order.status().isLive()) {
            rows.add(new StateRow.EndedRow(order.state()));
        }
    }

    @Override
    public void onExecution(Account account, Records.Execution execution) {
        rows.add(RowTranslation.row(account, execution));
    }

    @Override
    public void onFunding(Account account, Records.Funding funding) {
        rows.add(RowTranslation.row(account, funding));
    }

    @Override
    public void onLedger(Account account, LedgerEntry entry) {
        rows.add(RowTranslation.row(account, entry));
    }

    @Override
    public void onTwap(Account account, Twap twap) {
        if (twap.status() != Twap.Status.ACTIVATED) {
            rows.add(new StateRow.TwapRow(account.address().hex(), twap.state()));
        }
    }

    @Override
    public void onAccountTouched(Account account) {
        touched.add(account);
    }

    /**
     * Writes what changed since the last call that succeeded.
     *
     * @throws StateException if the disk refuses; what changed is then still to be written
     */
    public void flush() {
        if (rows.isEmpty() && touched.isEmpty() && !hasPhaseChanged()) {
            return;
        }
        addVenue();
        addAgents();
        List<StateRow> line = new ArrayList<>(rows);
        touched.forEach(account -> line.add(new StateRow.AccountRow(account.state())));
        log.append(new StateLine(exchange.nowMs(), exchange.counters(), line));
        touched.clear();
        rows.clear();
        if (log.size() > compactAtBytes) {
            compactIfPossible();
        }
    }

    private boolean hasPhaseChanged() {
        return venue != null && !exchange.phase().name().equals(venue.phase());
    }

    /** A log that cannot be rewritten is merely longer than it need be. */
    private void compactIfPossible() {
        try {
            compact();
        } catch (StateException refused) {
            compactAtBytes = log.size() + COMPACT_AT_BYTES;
            LOG.warn("The sandbox's log was not made shorter: {}", refused.getMessage());
        }
    }

    /** Rewrites the log as the state it adds up to, what was still to be written included. @throws StateException if the disk refuses */
    public void compact() {
        List<StateLine> lines = new ArrayList<>();
        List<StateRow> common = new ArrayList<>();
        common.add(new StateRow.GenesisRow(genesisMs));
        common.add(new StateRow.VenueRow(exchange.venueState()));
        common.add(new StateRow.AgentsRow());
        exchange.agents().all().forEach(agent -> common.add(new StateRow.AgentRow(agent)));
        nonces.forEach((signer, kept) -> kept.forEach(nonce -> common.add(new StateRow.NonceRow(signer, nonce))));
        lines.add(new StateLine(exchange.nowMs(), exchange.counters(), common));
        for (Account account : exchange.accounts()) {
            lines.add(new StateLine(exchange.nowMs(), exchange.counters(), whole(account)));
        }
        log.rewrite(lines);
        touched.clear();
        rows.clear();
        agents = exchange.agents().all();
        venue = exchange.venueState();
        compactAtBytes = Math.max(COMPACT_AT_BYTES, 4 * log.size());
    }

    private static List<StateRow> whole(Account account) {
        List<StateRow> all = new ArrayList<>();
        account.orderHistory().reversed().stream()
                .filter(order -> !order.status().isLive())
                .forEach(order -> all.add(new StateRow.EndedRow(order.state())));
        account.fills().forEach(fill -> all.add(RowTranslation.row(account, fill)));
        account.fundings().forEach(funding -> all.add(RowTranslation.row(account, funding)));
        account.ledger().forEach(entry -> all.add(RowTranslation.row(account, entry)));
        account.twaps()
                .ended()
                .forEach(twap -> all.add(new StateRow.TwapRow(account.address().hex(), twap.state())));
        all.add(new StateRow.AccountRow(account.state()));
        return all;
    }

    private void addVenue() {
        VenueState now = exchange.venueState();
        if (!now.equals(venue)) {
            rows.add(new StateRow.VenueRow(now));
            venue = now;
        }
    }

    private void addAgents() {
        List<AgentRegistry.Agent> now = exchange.agents().all();
        if (!now.equals(agents)) {
            rows.add(new StateRow.AgentsRow());
            now.forEach(agent -> rows.add(new StateRow.AgentRow(agent)));
            agents = now;
        }
    }
}
