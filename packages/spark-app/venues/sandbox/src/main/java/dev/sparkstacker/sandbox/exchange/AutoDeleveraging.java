package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Closes what nobody takes over against the opposite side, at the mark price before the last: at that price there was
 * still something left.
 *
 * <pre>
 *  rank = profit ratio * leverage = (mark / entry) * (notional / account value)      for a long
 *                                   (entry / mark) * (notional / account value)      for a short
 *  order: accounts in profit by rank, then {@link OutsideParty the rest of the venue}, then accounts at a loss by rank
 * </pre>
 */
final class AutoDeleveraging {
    private static final String DIRECTION = "Auto-Deleveraging";
    private static final MathContext RATIO = MathContext.DECIMAL64;

    private final Venue venue;
    private final Margin margin;
    private final Settlement settlement;
    private final FillFollowUp followUp;
    private final LiquidationBooks books;

    AutoDeleveraging(Venue venue, Margin margin, Settlement settlement, FillFollowUp followUp, LiquidationBooks books) {
        this.venue = venue;
        this.margin = margin;
        this.settlement = settlement;
        this.followUp = followUp;
        this.books = books;
    }

    private record Candidate(Account account, Position position, boolean winner, BigDecimal rank) {}

    /**
     * Closes a scope.
     *
     * @param cause the market whose mark price brought it about
     */
    void close(LiquidationScope scope, Market cause) {
        Account account = scope.account();
        LedgerDetail.Liquidation what = books.describe(scope);
        Usd before = account.cash();
        for (Position position : scope.positions()) {
            Market market = venue.requireMarket(position.market());
            Price mark = margin.mark(market.id());
            Price previous = market == cause ? market.previousMark() : null;
            Price price = market.instrument().roundPrice(previous == null ? mark : previous, RoundingMode.HALF_EVEN);
            close(account, position, market, price);
        }
        Usd left = scope instanceof LiquidationScope.Cross
                ? account.cash()
                : account.cash().minus(before);
        if (left.isNegative()) {
            books.bear(account, what, left.negate());
        } else {
            books.enter(account, what);
        }
    }

    private void close(Account account, Position position, Market market, Price price) {
        Side side = position.size().isLong() ? Side.SELL : Side.BUY;
        Records.LiquidationTag tag = new Records.LiquidationTag(
                account.address(), margin.mark(market.id()), Records.LiquidationMethod.BACKSTOP);
        Terms terms = new Terms(side, price, tag, position.isIsolated());
        List<Candidate> ranked = ranked(account, position, market);
        for (Candidate candidate : ranked) {
            if (candidate.winner) {
                deal(account, position, candidate, market, terms);
            }
        }
        dealOutside(account, position, market, terms);
        for (Candidate candidate : ranked) {
            if (!candidate.winner) {
                deal(account, position, candidate, market, terms);
            }
        }
        followUp.adjustReduceOnly(account, market);
    }

    private record Terms(Side side, Price price, Records.LiquidationTag tag, boolean isolated) {}

    private void deal(Account account, Position position, Candidate candidate, Market market, Terms terms) {
        Quantity size = position.size().abs().min(candidate.position.size().abs());
        if (size.isZero()) {
            return;
        }
        Settlement.Deal deal = deal(account, position, market, terms, size);
        settlement.bookForced(candidate.account, market, terms.side.opposite(), deal, DIRECTION);
        followUp.adjustReduceOnly(candidate.account, market);
    }

    private void dealOutside(Account account, Position position, Market market, Terms terms) {
        SignedQuantity outside = venue.outside.size(market.id());
        boolean opposite = outside.signum() == -position.size().signum();
        Quantity size = opposite ? position.size().abs().min(outside.abs()) : Quantity.ZERO;
        if (!size.isZero()) {
            Settlement.Deal deal = deal(account, position, market, terms, size);
            venue.outside.trade(market.id(), SignedQuantity.of(terms.side, size), deal.price());
        }
    }

    private Settlement.Deal deal(Account account, Position position, Market market, Terms terms, Quantity size) {
        Settlement.Deal deal = new Settlement.Deal(terms.price, size, venue.nextTradeId(), terms.tag);
        String direction = Settlement.liquidated(position.size(), terms.isolated);
        settlement.bookForced(account, market, terms.side, deal, direction);
        return deal;
    }

    private List<Candidate> ranked(Account account, Position position, Market market) {
        List<Candidate> candidates = new ArrayList<>();
        for (Account other : venue.accounts()) {
            Position held = other.position(market.id());
            if (other != account
                    && held != null
                    && held.size().signum() == -position.size().signum()) {
                candidates.add(new Candidate(
                        other,
                        held,
                        held.unrealizedPnl(margin.mark(market.id())).isPositive(),
                        rank(other, held)));
            }
        }
        candidates.sort(Comparator.comparing(Candidate::rank).reversed());
        return candidates;
    }

    /** Profit ratio times leverage; an account worth nothing or less comes last. */
    private BigDecimal rank(Account account, Position position) {
        Price mark = margin.mark(position.market());
        Usd value = position.isIsolated() ? margin.isolatedEquity(position) : margin.crossAccountValue(account);
        if (!value.isPositive()) {
            return BigDecimal.valueOf(-1);
        }
        BigDecimal markPx = BigDecimal.valueOf(mark.e8());
        BigDecimal entryPx = BigDecimal.valueOf(position.entryPrice().e8());
        BigDecimal profit = position.size().isLong() ? markPx.divide(entryPx, RATIO) : entryPx.divide(markPx, RATIO);
        BigDecimal notional = BigDecimal.valueOf(position.value(mark).e8());
        return profit.multiply(notional.divide(BigDecimal.valueOf(value.e8()), RATIO), RATIO);
    }
}
