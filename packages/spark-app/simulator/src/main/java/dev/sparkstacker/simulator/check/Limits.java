package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.simulator.world.Scene;
import java.math.BigDecimal;

/** The configured limits, held against the venue's positions after each fill of ours that makes one larger. */
final class Limits implements ExchangeListener {
    /** What an entry may pay beyond the price it was sized at. */
    private static final BigDecimal SLIPPAGE = new BigDecimal("1.01");

    private final Exchange exchange;

    Limits(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void onExecution(Account account, Records.Execution fill) {
        Position position = account.position(fill.market());
        boolean grew = position != null
                && position.size().abs().compareTo(fill.startPosition().abs()) > 0;
        if (position == null || !grew || fill.cloid() == null || !Books.isOurs(account)) {
            return;
        }
        BigDecimal largest = decimal(Scene.MAX_POSITION).multiply(SLIPPAGE);
        BigDecimal cost = decimal(position.cost().abs());
        if (cost.compareTo(largest) > 0) {
            throw new InvariantBroken(
                    "no position beyond its limit",
                    account.name() + " " + fill.market() + " cost " + cost + " USD, the limit is "
                            + Scene.MAX_POSITION);
        }
        checkTotal();
        checkLeverage(account, fill);
    }

    private void checkTotal() {
        BigDecimal total = BigDecimal.ZERO;
        int count = 0;
        for (Account account :
                exchange.accounts().stream().filter(Books::isOurs).toList()) {
            for (Position position : account.positions()) {
                total = total.add(decimal(position.cost().abs()));
                count += position.size().isZero() ? 0 : 1;
            }
        }
        BigDecimal largest = decimal(Scene.MAX_EXPOSURE).multiply(SLIPPAGE);
        if (total.compareTo(largest) > 0 || count > Scene.MAX_POSITIONS) {
            throw new InvariantBroken(
                    "no exposure beyond its limit",
                    count + " positions of " + total + " USD together; the limits are " + Scene.MAX_POSITIONS + " and "
                            + Scene.MAX_EXPOSURE);
        }
    }

    private void checkLeverage(Account account, Records.Execution fill) {
        Leverage wanted = account.name().equals(Scene.MAIN.name()) ? Scene.MAIN_LEVERAGE : Scene.HEDGE_LEVERAGE;
        var market = exchange.market(fill.market());
        if (market != null && account.leverage(market).leverage() != wanted.times()) {
            throw new InvariantBroken(
                    "an entry trades with the configured leverage",
                    account.name() + " " + fill.market() + " entered at "
                            + account.leverage(market).leverage() + "x instead of " + wanted);
        }
    }

    private static BigDecimal decimal(Usd amount) {
        return BigDecimal.valueOf(amount.e8(), 8);
    }
}
