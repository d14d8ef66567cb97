package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.sandbox.exchange.Twap;
import dev.sparkstacker.wire.info.TwapOutcome;
import dev.sparkstacker.wire.info.TwapRecord;
import dev.sparkstacker.wire.info.TwapSliceFill;
import dev.sparkstacker.wire.info.TwapState;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** TWAP orders in the venue's shapes. */
final class TwapViews {
    private static final int SLICE_FILLS = 2_000;
    private static final long SECOND_MS = 1_000;

    private final AccountViews accounts;

    TwapViews(AccountViews accounts) {
        this.accounts = accounts;
    }

    /** How a TWAP stands now, as an entry of the history. */
    static TwapRecord record(Account account, Twap twap) {
        return new TwapRecord(
                twap.statusAtMs() / SECOND_MS,
                state(account, twap),
                new TwapOutcome(twap.status().text(), null),
                twap.id());
    }

    private static TwapState state(Account account, Twap twap) {
        return new TwapState(
                twap.market().coin(),
                account.address().hex(),
                MarketViews.side(twap.order().side()),
                Decimals.of(twap.order().size()),
                Decimals.of(twap.executed()),
                Decimals.of(twap.executedNotional()),
                twap.order().minutes(),
                twap.order().reduceOnly(),
                twap.order().randomize(),
                twap.startedAtMs());
    }

    /** The last entry of every TWAP, newest first. */
    List<TwapRecord> history(Account account) {
        List<Twap> all = new ArrayList<>(account.twaps().ended());
        all.addAll(account.twaps().running());
        return all.stream().map(twap -> record(account, twap)).toList().reversed();
    }

    /** The newest fills of TWAP orders, newest first. */
    List<TwapSliceFill> sliceFills(Account account, int atMost) {
        return account.fills().stream()
                .filter(fill -> fill.twapId() != null)
                .map(this::sliceFill)
                .toList()
                .reversed()
                .stream()
                .limit(atMost)
                .toList();
    }

    List<TwapSliceFill> sliceFills(Account account) {
        return sliceFills(account, SLICE_FILLS);
    }

    TwapSliceFill sliceFill(Records.Execution fill) {
        Long twap = fill.twapId();
        if (twap == null) {
            throw new IllegalArgumentException("Not a fill of a TWAP order: " + fill);
        }
        return new TwapSliceFill(accounts.fill(fill), twap);
    }

    /** The answer to {@code twapHistory}. */
    JsonNode historyTree(@Nullable Account account) {
        return Shape.listOf(TwapRecord.class).write(account == null ? List.of() : history(account));
    }

    /** Data of channel {@code userTwapHistory}. */
    static ObjectNode historyMessage(String user, List<TwapRecord> records, boolean snapshot) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("user", user);
        data.set("history", Shape.listOf(TwapRecord.class).write(records));
        return snapshot ? data.put("isSnapshot", true) : data;
    }

    /** Data of channel {@code twapStates}. */
    ObjectNode states(String user, String dex, @Nullable Account account) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("dex", dex).put("user", user);
        ArrayNode states = data.putArray("states");
        if (account != null) {
            for (Twap twap : account.twaps().running()) {
                states.addArray().add(twap.id()).add(Json.tree(TwapState.class, state(account, twap)));
            }
        }
        return data;
    }
}
