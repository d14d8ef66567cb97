package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches over maintenance margin, for an account's cross positions together and for each isolated position alone.
 *
 * <pre>
 *  equity >= maintenance           nothing
 *  equity >= maintenance * 2 / 3   market orders into the book                     {@link MarketLiquidation}
 *  less                            the liquidator vault takes it over, debts and
 *                                  all, while it has the margin for it             {@link Backstop}
 *  less, and the vault has not     closed against the opposite side                {@link AutoDeleveraging}
 * </pre>
 */
final class Liquidator {
    private final Venue venue;
    private final Margin margin;
    private final MarketLiquidation inBook;
    private final Backstop backstop;
    private final AutoDeleveraging deleveraging;
    private final OrderAmendment amendment;
    private final TwapDesk twaps;

    Liquidator(
            Venue venue,
            Margin margin,
            MarketLiquidation inBook,
            Backstop backstop,
            AutoDeleveraging deleveraging,
            OrderAmendment amendment,
            TwapDesk twaps) {
        this.venue = venue;
        this.margin = margin;
        this.inBook = inBook;
        this.backstop = backstop;
        this.deleveraging = deleveraging;
        this.amendment = amendment;
        this.twaps = twaps;
    }

    /** Looks after every account with a position in a market whose mark price changed. */
    void onMark(Market market) {
        if (!venue.phase().matches()) {
            return;
        }
        for (Account account : holders(market)) {
            Position position = account.position(market.id());
            if (position != null) {
                check(scope(account, position), market);
            }
        }
    }

    /** Those with a position in a market, as they are now: nearly always few, and a mark price comes often. */
    private List<Account> holders(Market market) {
        List<Account> holders = List.of();
        for (Account account : venue.accounts()) {
            if (account.position(market.id()) != null) {
                holders = holders.isEmpty() ? new ArrayList<>() : holders;
                holders.add(account);
            }
        }
        return holders;
    }

    /** Looks after every account, for instance after funding. */
    void checkAll() {
        for (Market market : venue.markets()) {
            if (market.mark() != null) {
                onMark(market);
            }
        }
    }

    private static LiquidationScope scope(Account account, Position position) {
        return position.isIsolated()
                ? new LiquidationScope.Isolated(account, position)
                : new LiquidationScope.Cross(account);
    }

    private void check(LiquidationScope scope, Market cause) {
        Usd equity = scope.equity(margin);
        boolean vault = scope.account().kind() == AccountKind.VAULT;
        if (!scope.isBelowMaintenance(margin) || (vault && !equity.isNegative())) {
            return;
        }
        begin(scope, equity);
        boolean belowTwoThirds =
                equity.times(3).compareTo(scope.maintenance(margin).times(2)) < 0;
        if (!belowTwoThirds) {
            inBook.close(scope);
        } else if (!vault && backstop.hasCapacity(scope)) {
            backstop.takeOver(scope);
        } else {
            deleveraging.close(scope, cause);
        }
        venue.touched(scope.account());
    }

    private void begin(LiquidationScope scope, Usd equity) {
        Account account = scope.account();
        venue.nextAction();
        switch (scope) {
            case LiquidationScope.Cross _ -> {
                amendment.cancelAll(account, OrderStatus.LIQUIDATED_CANCELED);
                twaps.terminateAll(account);
            }
            case LiquidationScope.Isolated(Account _, Position position) -> {
                amendment.cancelAll(account, position.market(), OrderStatus.LIQUIDATED_CANCELED);
                twaps.terminateAll(account, position.market());
            }
        }
        venue.listener.onLiquidation(
                account,
                new Records.Liquidation(
                        venue.nextLiquidationId(), venue.nowMs(), Venue.VAULT, scope.notional(margin), equity));
    }
}
