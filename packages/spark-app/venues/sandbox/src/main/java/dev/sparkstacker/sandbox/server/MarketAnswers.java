package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.wire.info.ExchangeStatus;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.L2Book;
import dev.sparkstacker.wire.info.MaxMarketOrderNtl;
import dev.sparkstacker.wire.info.MetaAndAssetCtxs;
import dev.sparkstacker.wire.info.PredictedFunding;
import dev.sparkstacker.wire.info.PredictedRate;
import dev.sparkstacker.wire.info.SpotMeta;
import dev.sparkstacker.wire.info.SpotToken;
import dev.sparkstacker.wire.info.VenueFunding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers about the exchange and its markets that need some putting together. */
final class MarketAnswers {
    private static final long HOUR_MS = 3_600_000L;
    private static final int BOOK_LEVELS = 20;

    private final Exchange exchange;
    private final MarketViews markets;

    MarketAnswers(Exchange exchange, MarketViews markets) {
        this.exchange = exchange;
        this.markets = markets;
    }

    ExchangeStatus status() {
        String special = exchange.phase().special();
        return new ExchangeStatus(
                special == null ? null : JsonNodeFactory.instance.stringNode(special), exchange.nowMs());
    }

    MetaAndAssetCtxs metaAndContexts() {
        return new MetaAndAssetCtxs(
                markets.meta().meta(),
                exchange.markets().stream().map(markets::context).toList());
    }

    static SpotMeta spotMeta() {
        SpotToken usdc = new SpotToken("USDC", 8, 8, 0, "0x6d1e7cde53ba9467b783cb7c530ce054", true, null, null, null);
        return new SpotMeta(List.of(), List.of(usdc));
    }

    @Nullable
    JsonNode book(InfoRequest.Book request) {
        Integer figures = request.nSigFigs();
        if (figures != null && (figures < 2 || figures > 5)) {
            return null;
        }
        Market market = markets.market(request.coin());
        Optional<L2Book> book =
                market == null ? Optional.empty() : Optional.of(markets.book(market, figures, BOOK_LEVELS));
        return request.answer().write(book);
    }

    List<PredictedFunding> predictedFundings() {
        long next = exchange.nowMs() - Math.floorMod(exchange.nowMs(), HOUR_MS) + HOUR_MS;
        return exchange.markets().stream()
                .map(market -> new PredictedFunding(
                        market.id().coin(),
                        List.of(new VenueFunding(
                                "HlPerp", new PredictedRate(Decimals.of(market.predictedFunding()), next, 1)))))
                .toList();
    }

    static List<MaxMarketOrderNtl> largestMarketOrders() {
        return List.of(
                new MaxMarketOrderNtl(25, new BigDecimal("30000000")),
                new MaxMarketOrderNtl(20, new BigDecimal("5000000")),
                new MaxMarketOrderNtl(10, new BigDecimal("2000000")),
                new MaxMarketOrderNtl(3, new BigDecimal("500000")));
    }
}
