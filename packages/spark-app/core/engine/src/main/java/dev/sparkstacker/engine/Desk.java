package dev.sparkstacker.engine;

import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.risk.RiskManager;

/**
 * What every leg works with.
 *
 * @param orders the orders
 * @param risk the judge of every order
 * @param policy how orders are worked
 */
record Desk(OrderDesk orders, RiskManager risk, OrderPolicy policy) {}
