package dev.sparkstacker.sandbox.exchange;

/** The exchange's parts, put together. */
final class Desks {
    final Margin margin;
    final BuyingPower power;
    final Matcher matcher;
    final MakerFills makers;
    final OrderAmendment amendment;
    final TriggerDesk triggers;
    final TwapDesk twaps;
    final FundingDesk funding;
    final Liquidator liquidator;
    final TransferDesk transfers;
    final VaultDesk vaults;
    final ActionDesk actions;

    Desks(Venue venue) {
        margin = new Margin(venue);
        power = new BuyingPower(venue, margin);
        FillFollowUp followUp = new FillFollowUp(venue);
        Settlement settlement = new Settlement(venue);
        makers = new MakerFills(venue, settlement, power, new FillCheck(venue, margin), followUp);
        matcher = new Matcher(venue, settlement, new FillCheck(venue, margin), makers);
        OrderEntry entry = new OrderEntry(venue, power, matcher, followUp);
        amendment = new OrderAmendment(venue, entry);
        triggers = new TriggerDesk(venue, entry);
        twaps = new TwapDesk(venue, entry);
        funding = new FundingDesk(venue);
        LiquidationBooks books = new LiquidationBooks(venue, margin);
        liquidator = new Liquidator(
                venue,
                margin,
                new MarketLiquidation(venue, margin, entry, books),
                new Backstop(venue, margin, settlement, followUp, books),
                new AutoDeleveraging(venue, margin, settlement, followUp, books),
                amendment,
                twaps);
        transfers = new TransferDesk(venue, power);
        vaults = new VaultDesk(venue, margin, power);
        actions = new ActionDesk(
                venue,
                entry,
                amendment,
                new LeverageDesk(venue, margin, power),
                new AccountDesk(venue),
                transfers,
                vaults,
                twaps);
    }
}
