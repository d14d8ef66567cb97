package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the venue does to the next order of a purpose, instead of what it should. */
record Knob(@Nullable AccountId account, OrderPurpose purpose, Behaviour behaviour) {
    /** A misbehaviour. */
    sealed interface Behaviour {}

    /** Refused with the venue's words. */
    record Reject(String words) implements Behaviour {}

    /** The answer is lost; the order was executed or never arrived. */
    record LoseReply(boolean executed) implements Behaviour {}

    /** Executes in these pieces; what they leave is gone. */
    record Pieces(List<Quantity> sizes) implements Behaviour {}

    /** Taken, but never answered and never heard of again. */
    record Vanish() implements Behaviour {}

    boolean matches(AccountId on, OrderRequest order) {
        return purpose == order.purpose() && (account == null || account.equals(on));
    }
}
