package dev.sparkstacker.sandbox.persist;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.sandbox.exchange.AccountPast;
import dev.sparkstacker.sandbox.exchange.AccountState;
import dev.sparkstacker.sandbox.exchange.AgentRegistry;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.LedgerEntry;
import dev.sparkstacker.sandbox.exchange.OrderState;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.sandbox.exchange.TwapState;
import dev.sparkstacker.sandbox.exchange.VenueState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** What the log's lines add up to. */
public final class SavedState {
    private final Map<String, AccountState> accounts = new LinkedHashMap<>();
    private final Map<String, History> histories = new LinkedHashMap<>();
    private final Map<String, AgentRegistry.Agent> agents = new LinkedHashMap<>();
    private final List<StateRow.NonceRow> nonces = new ArrayList<>();
    private Exchange.@Nullable Counters counters;
    private @Nullable VenueState venue;
    private @Nullable Long genesisMs;
    private long venueMs;

    private static final class History {
        final List<OrderState> ended = new ArrayList<>();
        final List<Records.Execution> fills = new ArrayList<>();
        final List<Records.Funding> fundings = new ArrayList<>();
        final List<LedgerEntry> ledger = new ArrayList<>();
        final List<TwapState> twaps = new ArrayList<>();

        AccountPast past() {
            return new AccountPast(ended, fills, fundings, ledger, twaps);
        }
    }

    /** Adds lines up. */
    public static SavedState of(List<StateLine> lines) {
        SavedState state = new SavedState();
        for (StateLine line : lines) {
            state.venueMs = Math.max(state.venueMs, line.venueMs());
            state.counters = line.counters();
            line.rows().forEach(state::add);
        }
        return state;
    }

    /** Whether nothing was ever stored. */
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    /** Checks that everything stored is of listed markets. @throws StateException if a market is missing */
    public void requireMarkets(List<Instrument> instruments) {
        for (AccountState account : accounts.values()) {
            for (Position.PositionState position : account.positions()) {
                if (instruments.stream()
                        .noneMatch(listed -> listed.market().coin().equals(position.coin()))) {
                    throw new StateException("The paper account " + account.name() + " holds a position in "
                            + position.coin() + ", which is not listed; list the market or use another data folder");
                }
            }
            for (OrderState order : account.open()) {
                if (order.assetId() >= instruments.size()) {
                    throw new StateException("The paper account " + account.name() + " has an order of asset "
                            + order.assetId() + ", which is not listed; list the market or use another data folder");
                }
            }
        }
    }

    /** Venue time of the last line. */
    public long venueMs() {
        return venueMs;
    }

    /** Where the generated prices begin, or null. */
    public @Nullable Long genesisMs() {
        return genesisMs;
    }

    /** Puts everything back into an exchange that knows no accounts yet. */
    public void restore(Exchange exchange, ObjLongConsumer<String> nonceSink) {
        if (counters != null) {
            exchange.restore(counters);
        }
        if (venue != null) {
            exchange.restore(venue);
        }
        agents.values().forEach(exchange::restore);
        accounts.forEach(
                (address, state) -> exchange.restore(state, history(address).past()));
        nonces.forEach(row -> nonceSink.accept(row.signer(), row.nonce()));
    }

    private void add(StateRow row) {
        switch (row) {
            case StateRow.AccountRow(AccountState state) -> accounts.put(state.address(), state);
            case StateRow.EndedRow(OrderState order) ->
                history(order.owner()).ended.add(order);
            case StateRow.FillRow fill -> history(fill.account()).fills.add(RowTranslation.fill(fill));
            case StateRow.FundingRow funding ->
                history(funding.account()).fundings.add(RowTranslation.funding(funding));
            case StateRow.LedgerRow entry -> history(entry.account()).ledger.add(RowTranslation.ledger(entry));
            case StateRow.TwapRow(String account, TwapState twap) ->
                history(account).twaps.add(twap);
            case StateRow.VenueRow(VenueState state) -> venue = state;
            case StateRow.AgentsRow _ -> agents.clear();
            case StateRow.AgentRow(AgentRegistry.Agent agent) -> agents.put(agent.address(), agent);
            case StateRow.NonceRow nonce -> nonces.add(nonce);
            case StateRow.GenesisRow(long genesis) -> genesisMs = genesis;
        }
    }

    private History history(String address) {
        return histories.computeIfAbsent(address, _ -> new History());
    }
}
