package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.sandbox.exchange.MainnetTiers;
import dev.sparkstacker.sandbox.exchange.MarginTiers;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.wire.info.MarginTable;
import dev.sparkstacker.wire.info.MarginTableEntry;
import dev.sparkstacker.wire.info.MarginTier;
import dev.sparkstacker.wire.info.PerpAsset;
import dev.sparkstacker.wire.info.PerpMeta;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The universe with its margin tables, in the venue's shapes. Ids below 50 are implicit and not listed. */
final class MetaViews {
    private final List<Market> markets;
    private final List<MainnetTiers.Table> tables;

    MetaViews(List<Market> markets) {
        this.markets = markets;
        this.tables = MainnetTiers.listed(
                markets.stream().map(market -> market.spec().tiers()).toList());
    }

    PerpMeta meta() {
        return new PerpMeta(
                markets.stream().map(this::asset).toList(),
                tables.stream()
                        .sorted(Comparator.comparingInt(MainnetTiers.Table::id))
                        .map(table -> new MarginTableEntry(table.id(), shape(table)))
                        .toList(),
                0);
    }

    /** A margin table by id; an id that is not listed is one tier whose leverage it is. */
    MarginTable table(int id) {
        return tables.stream()
                .filter(table -> table.id() == id)
                .map(MetaViews::shape)
                .findFirst()
                .orElseGet(() -> new MarginTable("", List.of(new MarginTier(BigDecimal.ZERO, id))));
    }

    private PerpAsset asset(Market market) {
        Instrument instrument = market.instrument();
        return new PerpAsset(
                instrument.szDecimals(),
                market.id().coin(),
                instrument.maxLeverage().times(),
                tableId(market.spec().tiers()),
                instrument.isolatedOnly() ? true : null,
                null,
                instrument.isolatedOnly() ? "noCross" : null,
                null,
                null);
    }

    private int tableId(MarginTiers tiers) {
        return tables.stream()
                .filter(table -> table.tiers().equals(tiers))
                .map(MainnetTiers.Table::id)
                .findFirst()
                .orElse(tiers.maxLeverage());
    }

    private static MarginTable shape(MainnetTiers.Table table) {
        return new MarginTable(
                table.description(),
                table.tiers().tiers().stream()
                        .map(tier -> new MarginTier(Decimals.of(tier.lowerBound()), tier.maxLeverage()))
                        .toList());
    }
}
