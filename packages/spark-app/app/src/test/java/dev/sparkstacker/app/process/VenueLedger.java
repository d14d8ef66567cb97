package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Everything the venue ever told of a paper account's orders and fills. The venue keeps the latest 2,000 of each: they are
 * gathered reading by reading, and a full answer must meet what was read before, or something fell out between.
 */
final class VenueLedger {
    private static final int KEPT_BY_VENUE = 2_000;

    private final String venue;
    private final String account;
    private final Map<String, BigDecimal> sizes = new TreeMap<>();
    private final Map<String, Set<Long>> ordersByClientId = new TreeMap<>();
    private final Set<Long> orders = new TreeSet<>();

    VenueLedger(String venue, String account) {
        this.venue = venue;
        this.account = account;
    }

    /** Adds what the venue tells now. */
    void read() throws Exception {
        readFills(VenueBooks.ask(venue, "userFills", account));
        readOrders(VenueBooks.ask(venue, "historicalOrders", account));
    }

    private void readFills(JsonNode answer) {
        boolean meets = false;
        for (JsonNode fill : answer) {
            BigDecimal size = new BigDecimal(fill.get("sz").asString());
            BigDecimal signed = fill.get("side").asString().equals("B") ? size : size.negate();
            meets |= sizes.put(account + "/" + fill.get("tid").asLong(), signed) != null;
        }
        requireNoGap("fills", answer.size(), meets);
    }

    /** Orders without a client id are not the trader's: the guard and the watchdog send such. */
    private void readOrders(JsonNode answer) {
        Set<Long> before = Set.copyOf(orders);
        boolean meets = false;
        // An order stands there once for each of its states.
        for (JsonNode entry : answer) {
            JsonNode order = entry.get("order");
            long oid = order.get("oid").asLong();
            meets |= before.contains(oid);
            orders.add(oid);
            if (order.get("cloid") != null && !order.get("cloid").isNull()) {
                ordersByClientId
                        .computeIfAbsent(order.get("cloid").asString(), _ -> new TreeSet<>())
                        .add(oid);
            }
        }
        requireNoGap("orders", answer.size(), meets);
    }

    private void requireNoGap(String what, int told, boolean meets) {
        assertThat(told < KEPT_BY_VENUE || meets)
                .as("%s of %s: the %s that the venue keeps meet those read before", what, account, KEPT_BY_VENUE)
                .isTrue();
    }

    /** Every fill as {@code account/trade id}. */
    Set<String> fills() {
        return sizes.keySet();
    }

    /** Every client id that an order carries. */
    Set<String> clientIds() {
        return ordersByClientId.keySet();
    }

    /** Every client id on one order, fills add up to the position, and a stop rests where and only where one is held. */
    void requireSound() throws Exception {
        assertThat(ordersByClientId)
                .as("orders of %s by client id", account)
                .allSatisfy((id, carrying) -> assertThat(carrying).as(id).hasSize(1));
        BigDecimal filled = sizes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal position = VenueBooks.position(venue, account);
        assertThat(filled).as("fills and position of " + account).isEqualByComparingTo(position);
        assertThat(VenueBooks.hasStop(venue, account))
                .as(account + " holds " + position + " with a resting stop")
                .isEqualTo(position.signum() != 0);
    }
}
