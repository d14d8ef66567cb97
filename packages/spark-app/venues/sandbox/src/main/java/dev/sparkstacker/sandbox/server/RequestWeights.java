package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.wire.info.InfoRequest;

/** What info requests weigh against a client's budget. */
final class RequestWeights {
    private RequestWeights() {}

    /** Weight known before the answer. */
    static int of(InfoRequest<?> request) {
        return switch (request) {
            case InfoRequest.Book _,
                    InfoRequest.AllMids _,
                    InfoRequest.Clearinghouse _,
                    InfoRequest.StatusOfOrder _,
                    InfoRequest.SpotClearinghouse _,
                    InfoRequest.Status _ -> 2;
            case InfoRequest.Role _ -> 60;
            default -> 20;
        };
    }

    /** Weight for the items of the answer. */
    static int ofItems(InfoRequest<?> request, int items) {
        return switch (request) {
            case InfoRequest.CandleSnapshot _ -> items / 60;
            case InfoRequest.RecentTrades _,
                    InfoRequest.HistoricalOrders _,
                    InfoRequest.UserFills _,
                    InfoRequest.UserFillsByTime _,
                    InfoRequest.FundingHistory _,
                    InfoRequest.UserFunding _,
                    InfoRequest.UserNonFundingLedgerUpdates _,
                    InfoRequest.TwapHistory _,
                    InfoRequest.UserTwapSliceFills _,
                    InfoRequest.DelegatorHistory _,
                    InfoRequest.DelegatorRewards _ -> items / 20;
            default -> 0;
        };
    }
}
