package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Usd;
import java.util.ArrayList;
import java.util.List;

/**
 * Mainnet's margin tables of more than one tier, under its ids.
 *
 * <pre>
 *  id  description        tiers                      market
 *  51  tiered 10x         10x, from   3M  5x
 *  52  tiered 10x (2)     10x, from  20M  5x
 *  53  tiered 20x         20x, from  40M 10x         XRP
 *  54  tiered 20x (2)     20x, from  70M 10x         SOL
 *  55  tiered 25x         25x, from 100M 15x         ETH
 *  56  tiered 40x         40x, from 150M 20x         BTC
 * </pre>
 *
 * Ids below 50 are implicit: one tier whose leverage is the id. Id 50 is a single tier of 50x.
 */
public final class MainnetTiers {
    /** A table under its id. */
    public record Table(int id, String description, MarginTiers tiers) {}

    private static final List<Table> TABLES = List.of(
            new Table(50, "", MarginTiers.single(50)),
            new Table(51, "tiered 10x", two(10, "3000000", 5)),
            new Table(52, "tiered 10x (2)", two(10, "20000000", 5)),
            new Table(53, "tiered 20x", two(20, "40000000", 10)),
            new Table(54, "tiered 20x (2)", two(20, "70000000", 10)),
            new Table(55, "tiered 25x", two(25, "100000000", 15)),
            new Table(56, "tiered 40x", two(40, "150000000", 20)));

    private MainnetTiers() {}

    private static MarginTiers two(int maxLeverage, String from, int lowerLeverage) {
        return new MarginTiers(List.of(
                new MarginTiers.Tier(Usd.ZERO, maxLeverage), new MarginTiers.Tier(Usd.of(from), lowerLeverage)));
    }

    /** The tiers of a market, or a single tier where mainnet's do not fit its largest leverage. */
    public static MarginTiers of(Instrument instrument) {
        int id = switch (instrument.market().coin()) {
            case "BTC" -> 56;
            case "ETH" -> 55;
            case "SOL" -> 54;
            case "XRP" -> 53;
            default -> 0;
        };
        int max = instrument.maxLeverage().times();
        return TABLES.stream()
                .filter(table -> table.id() == id)
                .map(Table::tiers)
                .filter(tiers -> tiers.maxLeverage() == max)
                .findFirst()
                .orElseGet(() -> MarginTiers.single(max));
    }

    /** The tables that the markets use and that must be listed, by id; tables that mainnet lacks follow its own. */
    public static List<Table> listed(List<MarginTiers> used) {
        List<Table> listed = new ArrayList<>();
        for (MarginTiers tiers : used) {
            if (!isImplicit(tiers)
                    && listed.stream().noneMatch(table -> table.tiers().equals(tiers))) {
                int next = TABLES.getLast().id() + 1 + listed.size();
                listed.add(TABLES.stream()
                        .filter(table -> table.tiers().equals(tiers))
                        .findFirst()
                        .orElseGet(() -> new Table(next, "tiered " + tiers.maxLeverage() + "x", tiers)));
            }
        }
        return listed;
    }

    /** Whether the table is not listed, because its id says it all. */
    public static boolean isImplicit(MarginTiers tiers) {
        return tiers.tiers().size() == 1
                && tiers.maxLeverage() < TABLES.getFirst().id();
    }
}
