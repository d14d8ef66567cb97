package dev.sparkstacker.hyperliquid.mapping;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.wire.info.PerpAsset;
import dev.sparkstacker.wire.info.PerpMeta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The venue's perp markets, listed and delisted, by name. An asset's id is its place in the universe. */
public final class InstrumentTable {
    private static final int NEAREST = 3;

    private final Map<MarketId, Instrument> listed = new LinkedHashMap<>();
    private final Map<MarketId, Instrument> all = new LinkedHashMap<>();

    /**
     * @param minNotional the least order value, which the venue does not publish
     * @throws Impossible if an entry has values that no market can have
     */
    public InstrumentTable(PerpMeta meta, Usd minNotional) throws Impossible {
        int assetId = 0;
        for (PerpAsset asset : meta.universe()) {
            Instrument instrument = instrument(asset, assetId++, minNotional);
            all.put(instrument.market(), instrument);
            if (asset.listed()) {
                listed.put(instrument.market(), instrument);
            }
        }
    }

    private static Instrument instrument(PerpAsset asset, int assetId, Usd minNotional) throws Impossible {
        String mode = asset.marginMode();
        boolean isolatedOnly =
                Boolean.TRUE.equals(asset.onlyIsolated()) || "strictIsolated".equals(mode) || "noCross".equals(mode);
        return Impossible.guard(
                "market " + asset.name() + " (asset " + assetId + ")",
                () -> new Instrument(
                        new MarketId(asset.name()),
                        assetId,
                        asset.szDecimals(),
                        new Leverage(asset.maxLeverage()),
                        isolatedOnly,
                        minNotional));
    }

    /** A market's rules, delisted or not. */
    public Optional<Instrument> find(MarketId market) {
        return Optional.ofNullable(all.get(market));
    }

    /** Whether the market is traded. */
    public boolean isListed(MarketId market) {
        return listed.containsKey(market);
    }

    /** Every market that is traded, in the venue's order. */
    public List<Instrument> listed() {
        return List.copyOf(listed.values());
    }

    /** Traded markets whose names come nearest to a misspelt one. */
    public List<String> nearest(MarketId market) {
        String wanted = market.coin().toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        listed.keySet().forEach(id -> names.add(id.coin()));
        names.sort(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
        return names.subList(0, Math.min(NEAREST, names.size()));
    }

    /** How many letters must be added, removed or changed. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
