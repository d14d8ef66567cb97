package dev.sparkstacker.app.control;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The socket's language: one JSON object a line, one answer a request.
 *
 * <pre>
 *  ► {"request":"close","market":"ETH-USD","fractionPct":"50"}
 *  ◄ {"accepted":true,"message":"closing 50 % of ETH-USD"}
 *  ► {"request":"positions"}
 *  ◄ {"sequence":42,"venueTime":"…","tables":[{"title":"Positions","columns":[…],"rows":[[…]]}]}
 *  ◄ {"error":"…"}
 * </pre>
 */
final class ControlCodec {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ControlCodec() {}

    /** The line is no request; the message says why. */
    static final class MalformedLine extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedLine(String message) {
            super(message);
        }
    }

    static String write(ControlRequest request) {
        ObjectNode node = MAPPER.createObjectNode();
        switch (request) {
            case ControlRequest.Status _ -> node.put("request", "status");
            case ControlRequest.Positions _ -> node.put("request", "positions");
            case ControlRequest.Orders _ -> node.put("request", "orders");
            case ControlRequest.Trades(int limit) ->
                node.put("request", "trades").put("limit", limit);
            case ControlRequest.Why(String strategy) -> {
                node.put("request", "why");
                if (strategy != null) {
                    node.put("strategy", strategy);
                }
            }
            case ControlRequest.Halt(String reason, HaltScope scope) ->
                writeScope(node.put("request", "halt").put("reason", reason), scope);
            case ControlRequest.Resume(String reason, HaltScope scope) ->
                writeScope(node.put("request", "resume").put("reason", reason), scope);
            case ControlRequest.Reset(String breaker, String reason) ->
                node.put("request", "reset").put("breaker", breaker).put("reason", reason);
            case ControlRequest.Close(MarketId market, BigDecimal fractionPct) ->
                node.put("request", "close")
                        .put("market", market.symbol())
                        .put("fractionPct", fractionPct.toPlainString());
            case ControlRequest.Flatten(String reason, MarketId market) -> {
                node.put("request", "flatten").put("reason", reason);
                if (market != null) {
                    node.put("market", market.symbol());
                }
            }
            case ControlRequest.Stop(boolean flatten) ->
                node.put("request", "stop").put("flatten", flatten);
        }
        return MAPPER.writeValueAsString(node);
    }

    static ControlRequest readRequest(String line) throws MalformedLine {
        JsonNode node = object(line);
        String name = text(node, "request");
        return switch (name) {
            case "status" -> new ControlRequest.Status();
            case "positions" -> new ControlRequest.Positions();
            case "orders" -> new ControlRequest.Orders();
            case "trades" -> new ControlRequest.Trades(limit(node));
            case "why" -> new ControlRequest.Why(node.has("strategy") ? text(node, "strategy") : null);
            case "halt" -> new ControlRequest.Halt(text(node, "reason"), scope(node));
            case "resume" -> new ControlRequest.Resume(text(node, "reason"), scope(node));
            case "reset" -> new ControlRequest.Reset(text(node, "breaker"), text(node, "reason"));
            case "close" -> new ControlRequest.Close(market(node), fraction(node));
            case "flatten" ->
                new ControlRequest.Flatten(text(node, "reason"), node.has("market") ? market(node) : null);
            case "stop" -> new ControlRequest.Stop(node.path("flatten").asBoolean(false));
            default -> throw new MalformedLine("Unknown request '" + name + "'");
        };
    }

    static String write(ControlReply reply) {
        ObjectNode node = MAPPER.createObjectNode();
        switch (reply) {
            case ControlReply.Failed(String message) -> node.put("error", message);
            case ControlReply.Done(ControlHandler.Outcome outcome) ->
                node.put("accepted", outcome.accepted()).put("message", outcome.message());
            case ControlReply.Shown(View view) -> writeView(node, view);
        }
        return MAPPER.writeValueAsString(node);
    }

    static ControlReply readReply(String line) throws MalformedLine {
        JsonNode node = object(line);
        if (node.has("error")) {
            return new ControlReply.Failed(text(node, "error"));
        }
        if (node.has("accepted")) {
            boolean accepted = node.path("accepted").asBoolean(false);
            return new ControlReply.Done(new ControlHandler.Outcome(accepted, text(node, "message")));
        }
        List<View.Table> tables = new ArrayList<>();
        for (JsonNode table : node.path("tables")) {
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode row : table.path("rows")) {
                rows.add(texts(row));
            }
            tables.add(new View.Table(text(table, "title"), texts(table.path("columns")), rows));
        }
        return new ControlReply.Shown(
                new View(node.path("sequence").asLong(0), text(node, "venueTime"), List.copyOf(tables)));
    }

    private static void writeView(ObjectNode node, View view) {
        node.put("sequence", view.sequence()).put("venueTime", view.venueTime());
        ArrayNode tables = node.putArray("tables");
        for (View.Table table : view.tables()) {
            ObjectNode written = tables.addObject().put("title", table.title());
            table.columns().forEach(written.putArray("columns")::add);
            ArrayNode rows = written.putArray("rows");
            table.rows().forEach(row -> row.forEach(rows.addArray()::add));
        }
    }

    private static JsonNode object(String line) throws MalformedLine {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new MalformedLine("Not JSON: " + e.getOriginalMessage());
        }
        throw new MalformedLine("Not a JSON object");
    }

    private static String text(JsonNode node, String field) throws MalformedLine {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new MalformedLine("'" + field + "' must be a text");
        }
        return value.asString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            texts.add(item.asString());
        }
        return texts;
    }

    private static int limit(JsonNode node) throws MalformedLine {
        int limit = node.path("limit").asInt(20);
        if (limit < 1 || limit > ControlRequest.Trades.MOST) {
            throw new MalformedLine("'limit' must be from 1 to " + ControlRequest.Trades.MOST);
        }
        return limit;
    }

    private static void writeScope(ObjectNode node, @Nullable HaltScope scope) {
        switch (scope) {
            case null -> {}
            case HaltScope.OneStrategy(StrategyId strategy) -> node.put("strategy", strategy.name());
            case HaltScope.OneMarket(MarketId market) -> node.put("market", market.symbol());
            case HaltScope.OneAccount(AccountId account) -> node.put("account", account.name());
        }
    }

    /** The one part that is named, or null where everything is meant. */
    private static @Nullable HaltScope scope(JsonNode node) throws MalformedLine {
        try {
            List<HaltScope> scopes = new ArrayList<>();
            if (node.has("strategy")) {
                scopes.add(new HaltScope.OneStrategy(new StrategyId(text(node, "strategy"))));
            }
            if (node.has("market")) {
                scopes.add(new HaltScope.OneMarket(market(node)));
            }
            if (node.has("account")) {
                scopes.add(new HaltScope.OneAccount(new AccountId(text(node, "account"))));
            }
            if (scopes.size() > 1) {
                throw new MalformedLine("Name one of 'strategy', 'market' and 'account'");
            }
            return scopes.isEmpty() ? null : scopes.getFirst();
        } catch (IllegalArgumentException noName) {
            throw new MalformedLine(String.valueOf(noName.getMessage()));
        }
    }

    private static MarketId market(JsonNode node) throws MalformedLine {
        try {
            return MarketId.parse(text(node, "market"));
        } catch (IllegalArgumentException e) {
            throw new MalformedLine(String.valueOf(e.getMessage()));
        }
    }

    private static BigDecimal fraction(JsonNode node) throws MalformedLine {
        try {
            BigDecimal fraction = new BigDecimal(text(node, "fractionPct"));
            if (fraction.signum() > 0 && fraction.compareTo(BigDecimal.valueOf(100)) <= 0 && fraction.scale() <= 8) {
                return fraction;
            }
        } catch (NumberFormatException notANumber) {
            throw new MalformedLine("'fractionPct' must be a decimal in a text");
        }
        throw new MalformedLine("'fractionPct' must be over 0 and at most 100");
    }
}
