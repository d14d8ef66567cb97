package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.hyperliquid.ConnectorListener.DropReason;
import dev.sparkstacker.hyperliquid.clock.MachineClock;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.socket.FrameHandler;
import dev.sparkstacker.hyperliquid.socket.SocketPosts;
import dev.sparkstacker.wire.feed.FrameParser;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.ws.PostReply;
import dev.sparkstacker.wire.ws.WsMessage;
import java.util.Map;
import java.util.function.Consumer;

/** The market data connection: parses straight from the bytes, and tells the guards when it comes and goes. */
final class MarketConnection implements FrameHandler {
    private final Map<String, MarketState> markets;
    private final FrameReport report;
    private final MachineClock machine;
    private final SocketPosts posts;
    private final FrameParser parser = new FrameParser();
    private final MarketFrames frames;
    private boolean wasUp;

    MarketConnection(
            Map<String, MarketState> markets,
            Consumer<MarketEvent> sink,
            FrameReport report,
            SocketPosts posts,
            VenueTime time,
            MachineClock machine) {
        this.markets = markets;
        this.report = report;
        this.posts = posts;
        this.machine = machine;
        this.frames = new MarketFrames(markets, sink, report, time, machine);
    }

    @Override
    public Heard frame(String text) {
        if (Greeting.is(text)) {
            return Heard.DATA;
        }
        parser.parse(text, frames);
        frames.end();
        String channel = frames.channel();
        switch (channel) {
            case "bbo", "l2Book", "trades", "candle", "activeAssetCtx", "unreadable" ->
                report.received(channel, text.length());
            case "pong" -> {
                report.received(channel, text.length());
                return Heard.PONG;
            }
            case "subscriptionResponse" -> {
                report.received(channel, text.length());
                return Heard.ACKNOWLEDGED;
            }
            case "post" -> {
                report.received(channel, text.length());
                replied(text);
            }
            case "error" -> {
                report.received(channel, text.length());
                report.complained(text);
            }
            default -> {
                report.received("other", text.length());
                report.dropped("other", DropReason.NOT_SUBSCRIBED);
            }
        }
        return Heard.DATA;
    }

    private void replied(String text) {
        try {
            if (WsMessage.read(Json.parse(text)) instanceof WsMessage.Posted(PostReply reply)) {
                posts.answered(reply);
            }
        } catch (WireException e) {
            report.malformed(e.reason().name(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void unreadable(String reason, String detail) {
        report.received("unreadable", 0);
        report.malformed(reason, detail);
    }

    @Override
    public void up() {
        wasUp = true;
        report.up();
        markets.values().forEach(market -> market.guard().connected(machine.nanos()));
    }

    @Override
    public void down(String detail) {
        if (wasUp) {
            wasUp = false;
            report.down(detail);
        }
        posts.lost(detail);
        markets.values().forEach(market -> {
            market.guard().disconnected(detail);
            market.startAnew();
        });
    }
}
