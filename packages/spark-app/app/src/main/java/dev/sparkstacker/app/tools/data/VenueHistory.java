package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.command.CandleReader;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.machine.VirtualThreads;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.InstrumentTable;
import dev.sparkstacker.hyperliquid.net.JdkTransport;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.info.FundingRate;
import dev.sparkstacker.wire.info.InfoRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The venue's own memory, asked page by page within its request budget. */
public final class VenueHistory implements History {
    /** What the venue keeps of each interval. */
    private static final int BARS_KEPT = 5_000;

    private static final int FUNDING_PAGE = 500;
    private static final Usd MIN_NOTIONAL = Usd.of("10");

    private final VenueClients clients;
    private final String restUrl;
    private @Nullable InstrumentTable table;

    private VenueHistory(String restUrl) {
        this.restUrl = restUrl;
        clients = new VenueClients(
                Network.MAINNET,
                restUrl,
                ConnectorConfig.READ_TIMEOUT,
                VirtualThreads.SYSTEM,
                new JdkTransport(ConnectorConfig.CONNECT_TIMEOUT),
                ConnectorListener.NONE);
    }

    /** The history of the network that the configuration names. */
    public static VenueHistory of(EffectiveConfig config) {
        return at(VenueStream.restUrl(config));
    }

    /** The history of any venue that speaks the protocol. */
    static VenueHistory at(String restUrl) {
        return new VenueHistory(restUrl);
    }

    @Override
    public String source() {
        return restUrl;
    }

    @Override
    public Instrument rules(MarketId market) throws ReadException, InterruptedException {
        try {
            InstrumentTable known = table;
            if (known == null) {
                known = new InstrumentTable(
                        clients.info()
                                .ask(new InfoRequest.MetaAndCtxs(null), Priority.ASK)
                                .meta(),
                        MIN_NOTIONAL);
                table = known;
            }
            return known.find(market).orElseThrow(() -> new ReadException(restUrl + " trades no market " + market));
        } catch (Impossible e) {
            throw new ReadException("The rules of " + restUrl + " make no sense: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Bar> bars(MarketId market, Interval interval) throws ReadException, InterruptedException {
        long now = clients.info().probeTime(Priority.ASK).time();
        return new CandleReader(clients.info())
                .read(market, interval, Math.max(0, now - BARS_KEPT * interval.millis()))
                .bars();
    }

    @Override
    public List<FundingRate> funding(MarketId market, long fromMs) throws ReadException, InterruptedException {
        List<FundingRate> rates = new ArrayList<>();
        long start = fromMs;
        while (true) {
            List<FundingRate> page =
                    clients.info().ask(new InfoRequest.FundingHistory(market.coin(), start, null), Priority.ASK);
            for (FundingRate rate : page) {
                if (rate.time() < start) {
                    throw new ReadException("funding of " + market + ": " + rate.time() + " comes before " + start);
                }
                rates.add(rate);
                start = rate.time() + 1;
            }
            if (page.size() < FUNDING_PAGE) {
                return rates;
            }
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}
