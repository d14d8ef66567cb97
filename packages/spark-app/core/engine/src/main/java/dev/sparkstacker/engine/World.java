package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.config.TradingConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything the engine knows, in one place. */
final class World {
    private final Map<MarketId, Market> markets = new TreeMap<>();
    private final Map<AccountId, AccountBook> accounts = new TreeMap<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final Strays strays = new Strays();
    private final Adoptions adoptions = new Adoptions();
    private final Clearances clearances = new Clearances(this);
    private final TradingGate gate = new TradingGate();
    private final RiskDesk risk = new RiskDesk(this);
    private final OrderDesk orders;
    private TradingConfig config;

    World(TradingConfig config) {
        this.config = config;
        this.orders = new OrderDesk(config.orders());
    }

    TradingConfig config() {
        return config;
    }

    void configure(TradingConfig newConfig) {
        config = newConfig;
        orders.configure(newConfig.orders());
    }

    Market market(MarketId id) {
        return markets.computeIfAbsent(id, Market::new);
    }

    void put(Market market) {
        markets.put(market.id(), market);
    }

    Collection<Market> markets() {
        return markets.values();
    }

    AccountBook account(AccountId id) {
        AccountBook account = accounts.get(id);
        if (account == null) {
            throw new IllegalStateException("No such account: " + id);
        }
        return account;
    }

    @Nullable
    AccountBook findAccount(AccountId id) {
        return accounts.get(id);
    }

    void put(AccountBook account) {
        accounts.put(account.id(), account);
    }

    Collection<AccountBook> accounts() {
        return accounts.values();
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        pairs.forEach(pair -> legs.addAll(pair.legs()));
        return legs;
    }

    @Nullable
    Leg leg(LegId id) {
        for (Pair pair : pairs) {
            for (Leg leg : pair.legs()) {
                if (leg.id().equals(id)) {
                    return leg;
                }
            }
        }
        return null;
    }

    Strays strays() {
        return strays;
    }

    Adoptions adoptions() {
        return adoptions;
    }

    Clearances clearances() {
        return clearances;
    }

    TradingGate gate() {
        return gate;
    }

    RiskDesk risk() {
        return risk;
    }

    OrderDesk orders() {
        return orders;
    }

    /** Whether nothing is held and nothing enters, as far as we know; what others hold there only the venue can say. */
    boolean isFlat() {
        return strays.isEmpty() && pairs.stream().allMatch(Pair::isFlat);
    }
}
