package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;

/** Settles funding on the hour: signed size × oracle price × rate, paid by longs while the rate is positive. */
final class FundingDesk {
    static final long HOUR_MS = 3_600_000L;

    private final Venue venue;

    FundingDesk(Venue venue) {
        this.venue = venue;
    }

    void settle(long hourMs) {
        for (Market market : venue.markets()) {
            Price oracle = market.oracle();
            if (oracle == null) {
                continue;
            }
            Rate premium = market.premiums.average();
            Rate rate = FundingRule.hourlyRate(premium);
            market.premiums.restart();
            Records.FundingRate settled = new Records.FundingRate(market.id(), hourMs, rate, premium);
            market.settled(settled);
            venue.listener.onFundingRate(market, settled);
            for (Account account : venue.accounts()) {
                Position position = account.position(market.id());
                if (position != null) {
                    pay(account, position, oracle, rate, hourMs);
                }
            }
        }
    }

    private void pay(Account account, Position position, Price oracle, Rate rate, long hourMs) {
        Usd payment = Money.payment(position.signedValue(oracle), rate);
        position.payFunding(payment);
        account.countFunding(position.market(), payment);
        if (!position.isIsolated()) {
            account.credit(payment.negate());
        }
        venue.outside.funding(payment);
        Records.Funding record =
                new Records.Funding(position.market(), hourMs, payment.negate(), position.size(), rate);
        account.fundings.add(record);
        venue.listener.onFunding(account, record);
        venue.touched(account);
    }
}
