package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.LedgerEntry;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.simulator.world.Scene;
import dev.sparkstacker.simulator.world.VenueHost;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A ledger of our own over what the venue did, to hold against the venue's accounts: sizes are the sum of fills, money is
 * the deposit, less what was bought, plus what was sold, less fees, plus funding, plus what was moved in or out.
 */
public final class Books implements ExchangeListener {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final Set<Address> OURS =
            Scene.KEYS.stream().map(VenueHost::addressOf).collect(Collectors.toUnmodifiableSet());

    private final Exchange exchange;
    private final BigDecimal deposit;
    private final Map<Address, Ledger> ledgers = new TreeMap<>();
    private final Map<ClientOrderId, Long> orderOf = new TreeMap<>();

    /** One account's own sums. */
    private static final class Ledger {
        private final Map<MarketId, Long> sizeE8 = new TreeMap<>();
        private BigDecimal cash;
        private boolean liquidated;
        private long lastFillMs = Long.MIN_VALUE;

        Ledger(BigDecimal cash) {
            this.cash = cash;
        }
    }

    /** @param deposit what each account had before the first fill */
    public Books(Exchange exchange, Usd deposit) {
        this.exchange = exchange;
        this.deposit = decimal(deposit.e8());
    }

    private Ledger of(Account account) {
        return ledgers.computeIfAbsent(account.address(), _ -> new Ledger(deposit));
    }

    /** The venue's own accounts, such as the one that takes over positions, are none of ours. */
    static boolean isOurs(Account account) {
        return OURS.contains(account.address());
    }

    @Override
    public void onExecution(Account account, Records.Execution fill) {
        if (!isOurs(account)) {
            return;
        }
        Ledger ledger = of(account);
        long signed = fill.side() == Side.BUY ? fill.size().e8() : -fill.size().e8();
        ledger.sizeE8.merge(fill.market(), signed, Long::sum);
        ledger.cash = ledger.cash
                .subtract(decimal(fill.price().e8()).multiply(decimal(signed)))
                .subtract(decimal(fill.fee().e8()));
        ledger.lastFillMs = fill.timeMs();
    }

    @Override
    public void onFunding(Account account, Records.Funding funding) {
        if (!isOurs(account)) {
            return;
        }
        Ledger ledger = of(account);
        ledger.cash = ledger.cash.add(decimal(funding.amount().e8()));
    }

    @Override
    public void onLedger(Account account, LedgerEntry entry) {
        if (isOurs(account)) {
            Ledger ledger = of(account);
            ledger.cash = ledger.cash.add(decimal(entry.amount().e8()));
        }
    }

    @Override
    public void onLiquidation(Account account, Records.Liquidation liquidation) {
        of(account).liquidated = true;
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        ClientOrderId id = order.cloid();
        if (id == null) {
            return;
        }
        Long first = orderOf.putIfAbsent(id, order.oid());
        if (first != null && first != order.oid()) {
            throw new InvariantBroken(
                    "a client id stands for one order", id + " is order " + first + " and order " + order.oid());
        }
    }

    /** Orders with a client id of ours that reached the venue. */
    public int orders() {
        return orderOf.size();
    }

    /** Whether an order of ours was placed with this id. */
    public boolean knows(ClientOrderId id) {
        return orderOf.containsKey(id);
    }

    /** Venue time of an account's newest fill; the least long where there is none. */
    public long lastFillMs(Address account) {
        Ledger ledger = ledgers.get(account);
        return ledger == null ? Long.MIN_VALUE : ledger.lastFillMs;
    }

    /** Whether the venue ever liquidated a position of the account. */
    public boolean wasLiquidated(Address account) {
        Ledger ledger = ledgers.get(account);
        return ledger != null && ledger.liquidated;
    }

    /** An account's size in a market, as the venue has it. */
    public SignedQuantity size(Address address, MarketId market) {
        return account(address).size(market);
    }

    private Account account(Address address) {
        Account account = exchange.account(address);
        if (account == null) {
            throw new IllegalStateException("The venue has no account " + address);
        }
        return account;
    }

    /** Holds the venue's accounts against the ledger. @throws InvariantBroken if they differ */
    public void check() {
        ledgers.forEach((address, ledger) -> {
            Account account = account(address);
            checkSizes(account, ledger);
            if (!ledger.liquidated) {
                checkMoney(account, ledger);
            }
        });
    }

    private static void checkSizes(Account account, Ledger ledger) {
        ledger.sizeE8.forEach((market, size) -> {
            if (account.size(market).e8() != size) {
                throw new InvariantBroken(
                        "a position is the sum of its fills",
                        account.name() + " " + market + " has " + account.size(market) + ", fills give "
                                + new SignedQuantity(size));
            }
        });
    }

    /** A liquidation takes what is left as the venue's own, so that accounts with one are not checked. */
    private void checkMoney(Account account, Ledger ledger) {
        BigDecimal expected = ledger.cash;
        for (Position position : account.positions()) {
            Price mark = exchange.margin().mark(position.market());
            expected = expected.add(decimal(position.size().e8()).multiply(decimal(mark.e8())));
        }
        BigDecimal actual = decimal(exchange.margin().accountValue(account).e8());
        if (expected.subtract(actual).abs().compareTo(CENT) > 0) {
            throw new InvariantBroken(
                    "cash is conserved",
                    account.name() + " is worth " + actual + ", deposit, fills, fees and funding give " + expected);
        }
    }

    private static BigDecimal decimal(long e8) {
        return BigDecimal.valueOf(e8, 8);
    }
}
