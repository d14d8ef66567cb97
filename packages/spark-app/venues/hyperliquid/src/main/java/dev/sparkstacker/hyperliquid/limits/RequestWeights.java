package dev.sparkstacker.hyperliquid.limits;

import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.info.InfoRequest;
import java.util.Collection;

/** What requests cost of the venue's budget per network address; everything the venue does not price apart costs 20. */
public final class RequestWeights {
    private static final int CHEAP = 2;
    private static final int USUAL = 20;
    private static final int DEAR = 60;
    private static final int ROWS_A_WEIGHT = 20;
    private static final int CANDLES_A_WEIGHT = 60;
    private static final int ELEMENTS_A_WEIGHT = 40;

    private RequestWeights() {}

    /** What asking costs, whatever comes back. */
    public static int of(InfoRequest<?> request) {
        if (isCheap(request)) {
            return CHEAP;
        }
        return request instanceof InfoRequest.Role ? DEAR : USUAL;
    }

    /** What the rows of the answer cost on top. */
    public static int ofRows(InfoRequest<?> request, Object answer) {
        int rows = answer instanceof Collection<?> list ? list.size() : 0;
        if (request instanceof InfoRequest.CandleSnapshot) {
            return rows / CANDLES_A_WEIGHT;
        }
        return isChargedByRow(request) ? rows / ROWS_A_WEIGHT : 0;
    }

    /** What an action with this many elements costs. */
    public static int ofAction(int elements) {
        return 1 + elements / ELEMENTS_A_WEIGHT;
    }

    /** How many requests of the address budget an action costs: one for each element. */
    public static int elements(Action action) {
        if (action instanceof Action.Order order) {
            return order.orders().size();
        } else if (action instanceof Action.Cancel cancel) {
            return cancel.cancels().size();
        } else if (action instanceof Action.CancelByCloid cancel) {
            return cancel.cancels().size();
        }
        return action instanceof Action.BatchModify modify ? modify.modifies().size() : 1;
    }

    private static boolean isCheap(InfoRequest<?> request) {
        return request instanceof InfoRequest.Book
                || request instanceof InfoRequest.AllMids
                || request instanceof InfoRequest.Clearinghouse
                || request instanceof InfoRequest.StatusOfOrder
                || request instanceof InfoRequest.SpotClearinghouse
                || request instanceof InfoRequest.Status;
    }

    private static boolean isChargedByRow(InfoRequest<?> request) {
        return request instanceof InfoRequest.RecentTrades
                || request instanceof InfoRequest.HistoricalOrders
                || request instanceof InfoRequest.UserFills
                || request instanceof InfoRequest.UserFillsByTime
                || request instanceof InfoRequest.FundingHistory
                || request instanceof InfoRequest.UserFunding
                || request instanceof InfoRequest.UserTwapSliceFills
                || request instanceof InfoRequest.TwapHistory
                || request instanceof InfoRequest.DelegatorHistory
                || request instanceof InfoRequest.DelegatorRewards;
    }
}
