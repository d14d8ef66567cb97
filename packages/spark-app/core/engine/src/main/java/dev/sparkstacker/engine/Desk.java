package dev.sparkstacker.engine;

import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.risk.RiskManager;

/**
 * What every leg works with.
 *
 * @param orders the orders
 * @param risk the judge of every order
 * @param policy how orders are worked
 * @param riskDesk what watches over losses
 */
record Desk(OrderDesk orders, RiskManager risk, OrderPolicy policy, RiskDesk riskDesk) {
    static Desk of(World world, RiskManager risk) {
        return new Desk(world.orders(), risk, world.config().orders(), world.risk());
    }
}
