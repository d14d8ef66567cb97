package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.util.List;
import java.util.TreeMap;

/**
 * Everybody else on the venue: whoever stands behind the displayed book and the source's prints. It holds the other
 * side of every position that no account holds, pays and gets funding for it, and never runs out of money. The venue's
 * own income is kept beside it, so that every dollar of every account came from somewhere.
 */
public final class OutsideParty {
    private final TreeMap<MarketId, SignedQuantity> positions = new TreeMap<>();
    private Usd cash = Usd.ZERO;
    private Usd fees = Usd.ZERO;
    private Usd insurance = Usd.ZERO;

    /** One market's holding as plain values. */
    public record HoldingState(String coin, long sizeE8) {}

    /** Everything as plain values; amounts in units of 10<sup>-8</sup>. */
    public record OutsideState(List<HoldingState> holdings, long cashE8, long feesE8, long insuranceE8) {}

    /** Signed size in a market. */
    public SignedQuantity size(MarketId market) {
        return positions.getOrDefault(market, SignedQuantity.ZERO);
    }

    /** What its trades and funding brought in so far; negative when they cost. */
    public Usd cash() {
        return cash;
    }

    /** Fees that the venue took so far. */
    public Usd fees() {
        return fees;
    }

    /** Losses of accounts that nobody on the venue could bear so far. */
    public Usd insurance() {
        return insurance;
    }

    /** Takes the other side of an account's fill. */
    void trade(MarketId market, SignedQuantity accountDelta, Price price) {
        SignedQuantity delta = accountDelta.negate();
        positions.merge(market, delta, SignedQuantity::plus);
        cash = cash.minus(Money.value(delta, price));
    }

    /** Gets what an account paid (positive) as funding. */
    void funding(Usd payment) {
        cash = cash.plus(payment);
    }

    void fee(Usd amount) {
        fees = fees.plus(amount);
    }

    void insure(Usd amount) {
        insurance = insurance.plus(amount);
    }

    OutsideState state() {
        return new OutsideState(
                positions.entrySet().stream()
                        .map(entry -> new HoldingState(
                                entry.getKey().coin(), entry.getValue().e8()))
                        .toList(),
                cash.e8(),
                fees.e8(),
                insurance.e8());
    }

    void restore(OutsideState state) {
        for (HoldingState holding : state.holdings()) {
            positions.put(new MarketId(holding.coin()), new SignedQuantity(holding.sizeE8()));
        }
        cash = new Usd(state.cashE8());
        fees = new Usd(state.feesE8());
        insurance = new Usd(state.insuranceE8());
    }
}
