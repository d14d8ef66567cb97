package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an account holds and has spent after a set of fills, told in no order and any number of times. */
final class ReferenceLedger {
    private final Map<Long, Fill> fills = new TreeMap<>();

    static ReferenceLedger of(List<Fill> told) {
        ReferenceLedger ledger = new ReferenceLedger();
        told.forEach(fill -> ledger.fills.put(fill.tradeId(), fill));
        return ledger;
    }

    SignedQuantity position() {
        SignedQuantity position = SignedQuantity.ZERO;
        for (Fill fill : fills.values()) {
            position = position.plus(SignedQuantity.of(fill.side(), fill.size()));
        }
        return position;
    }

    Usd cash() {
        Usd cash = Usd.ZERO;
        for (Fill fill : fills.values()) {
            cash = cash.minus(fill.notional().times(fill.side().sign())).minus(fill.fee());
        }
        return cash;
    }

    Usd fees() {
        return fills.values().stream().map(Fill::fee).reduce(Usd.ZERO, Usd::plus);
    }

    Quantity filled(ClientOrderId order) {
        Quantity filled = Quantity.ZERO;
        for (Fill fill : fills.values()) {
            filled = order.equals(fill.clientOrderId()) ? filled.plus(fill.size()) : filled;
        }
        return filled;
    }

    Map<Long, Quantity> sizes() {
        Map<Long, Quantity> sizes = new TreeMap<>();
        fills.forEach((tradeId, fill) -> sizes.put(tradeId, fill.size()));
        return sizes;
    }
}
