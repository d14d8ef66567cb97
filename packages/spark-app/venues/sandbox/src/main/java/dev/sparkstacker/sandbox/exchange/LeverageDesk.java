package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Usd;

/** Changes leverage, margin mode and the margin of isolated positions. */
final class LeverageDesk {
    private static final ActionResult DONE = new ActionResult.Done();

    private final Venue venue;
    private final Margin margin;
    private final BuyingPower power;

    LeverageDesk(Venue venue, Margin margin, BuyingPower power) {
        this.venue = venue;
        this.margin = margin;
        this.power = power;
    }

    ActionResult update(Account account, VenueAction.UpdateLeverage action) {
        Market market = venue.market(action.assetId());
        if (market == null) {
            return new ActionResult.Refused("Unknown asset " + action.assetId());
        }
        if (action.leverage() < 1 || action.leverage() > maxLeverage(account, market)) {
            return new ActionResult.Refused("Invalid leverage value");
        }
        if (action.cross() && market.instrument().isolatedOnly()) {
            return new ActionResult.Refused("Cross margin is not allowed for this asset.");
        }
        MarginMode mode = action.cross() ? MarginMode.CROSS : MarginMode.ISOLATED;
        Account.LeverageSetting before = account.leverage(market);
        Position position = account.position(market.id());
        if (position != null && before.mode() != mode) {
            return new ActionResult.Refused("Cannot switch leverage type with open position.");
        }
        account.setLeverage(market.id(), new Account.LeverageSetting(action.leverage(), mode));
        if (position != null && action.leverage() < before.leverage() && !isCovered(account, position)) {
            account.setLeverage(market.id(), before);
            return new ActionResult.Refused(
                    position.isIsolated()
                            ? "Isolated position does not have sufficient margin available to decrease leverage. To"
                                    + " decrease leverage, add margin to the position."
                            : "Cross position does not have sufficient margin available to decrease leverage. To"
                                    + " decrease leverage, deposit more collateral.");
        }
        Integer set = venue.faults.leverage(action.leverage());
        account.setLeverage(market.id(), set == null ? before : new Account.LeverageSetting(set, mode));
        return DONE;
    }

    /** The largest leverage that the market, and the tier of an open position, allow. */
    private int maxLeverage(Account account, Market market) {
        Position position = account.position(market.id());
        MarginTiers tiers = market.spec().tiers();
        return position == null ? tiers.maxLeverage() : tiers.maxLeverage(position.value(margin.mark(market.id())));
    }

    private boolean isCovered(Account account, Position position) {
        return position.isIsolated()
                ? margin.isolatedEquity(position).compareTo(margin.initialMargin(account, position)) >= 0
                : !power.available(account).isNegative();
    }

    ActionResult updateIsolatedMargin(Account account, VenueAction.UpdateIsolatedMargin action) {
        Market market = venue.market(action.assetId());
        if (market == null) {
            return new ActionResult.Refused("Unknown asset " + action.assetId());
        }
        Position position = account.position(market.id());
        if (position == null) {
            return new ActionResult.Refused("Cannot update margin for empty position.");
        }
        if (!position.isIsolated()) {
            return new ActionResult.Refused("Position does not use isolated margin.");
        }
        Usd amount = action.amount();
        if (amount.isZero()) {
            return new ActionResult.Refused("Update to isolated margin cannot be zero.");
        }
        if (amount.isPositive() && power.available(account).compareTo(amount) < 0) {
            return new ActionResult.Refused("Account does not have sufficient margin available for increase.");
        }
        if (amount.isNegative() && leaves(account, position, amount.negate())) {
            return new ActionResult.Refused("Position does not have sufficient margin for reduction.");
        }
        position.addMargin(amount);
        account.credit(amount.negate());
        return DONE;
    }

    /** Whether removing the amount would leave less than max(initial margin, 10 % of the notional). */
    private boolean leaves(Account account, Position position, Usd amount) {
        Usd tenth = new Usd(position.value(margin.mark(position.market())).e8() / 10);
        Usd initial = margin.initialMargin(account, position);
        Usd required = initial.compareTo(tenth) > 0 ? initial : tenth;
        return margin.isolatedEquity(position).minus(amount).compareTo(required) < 0;
    }
}
