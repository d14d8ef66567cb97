package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;

/**
 * The liquidator vault takes positions over at the mark price, with all the margin they had; the account keeps nothing
 * of it, and owes nothing if the mark price has jumped past all it had.
 */
final class Backstop {
    private final Venue venue;
    private final Margin margin;
    private final Settlement settlement;
    private final FillFollowUp followUp;
    private final LiquidationBooks books;

    Backstop(Venue venue, Margin margin, Settlement settlement, FillFollowUp followUp, LiquidationBooks books) {
        this.venue = venue;
        this.margin = margin;
        this.settlement = settlement;
        this.followUp = followUp;
        this.books = books;
    }

    /** Whether the vault, with what it would get, has the initial margin for what it holds and would take. */
    boolean hasCapacity(LiquidationScope scope) {
        Account vault = venue.vault();
        Usd value = margin.crossAccountValue(vault).plus(scope.equity(margin));
        Usd needed = margin.crossInitialMargin(vault);
        for (Position position : scope.positions()) {
            Market market = venue.requireMarket(position.market());
            Usd notional = position.value(margin.mark(market.id()));
            needed = needed.plus(Money.margin(notional, market.spec().tiers().maxLeverage(notional)));
        }
        return value.compareTo(needed) >= 0;
    }

    void takeOver(LiquidationScope scope) {
        Account account = scope.account();
        LedgerDetail.Liquidation what = books.describe(scope);
        Usd before = account.cash();
        for (Position position : scope.positions()) {
            takeOver(account, position);
        }
        Usd left = scope instanceof LiquidationScope.Cross
                ? account.cash()
                : account.cash().minus(before);
        books.settleWithVault(account, what, left);
    }

    private void takeOver(Account account, Position position) {
        Account vault = venue.vault();
        Market market = venue.requireMarket(position.market());
        Price mark = margin.mark(market.id());
        Quantity size = position.size().abs();
        Side side = position.size().isLong() ? Side.SELL : Side.BUY;
        vault.setLeverage(
                market.id(),
                new Account.LeverageSetting(market.spec().tiers().maxLeverage(position.value(mark)), MarginMode.CROSS));
        Settlement.Deal deal = new Settlement.Deal(
                market.instrument().roundPrice(mark, RoundingMode.HALF_EVEN),
                size,
                venue.nextTradeId(),
                new Records.LiquidationTag(account.address(), mark, Records.LiquidationMethod.BACKSTOP));
        SignedQuantity before = position.size();
        settlement.bookForced(account, market, side, deal, Settlement.liquidated(before, position.isIsolated()));
        settlement.bookForced(vault, market, side.opposite(), deal, null);
        followUp.adjustReduceOnly(account, market);
    }
}
