package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import org.jspecify.annotations.Nullable;

/** What a leg is and holds, shared by the parts that enter, protect and leave it. */
final class LegCore {
    private final LegId id;
    private final Desk desk;
    private final LegListener listener;
    private final Market market;
    private final Guard guard;
    private final Retreat retreat;
    private LegConfig config;
    private ExitConfig exits;
    private EntryPlan plan = EntryPlan.CONFIGURED;
    private LegState state = LegState.FLAT;
    private Position position = Position.NONE;
    private String correlationId = "";

    LegCore(LegId id, LegConfig config, ExitConfig exits, Market market, Desk desk, LegListener listener) {
        this.id = id;
        this.config = config;
        this.exits = exits;
        this.market = market;
        this.desk = desk;
        this.listener = listener;
        this.guard = new Guard(market, desk);
        this.retreat = new Retreat(market, desk);
    }

    void load(LegRecord record) {
        config = record.config();
        exits = record.exits();
        plan = record.plan();
        state = record.state();
        position = record.position();
        guard.load(record.guard());
        retreat.load(record.retreat());
        correlationId = record.correlationId();
    }

    void configure(LegConfig newConfig, ExitConfig newExits) {
        config = newConfig;
        exits = newExits;
    }

    LegId id() {
        return id;
    }

    AccountId account() {
        return config.account();
    }

    LegConfig config() {
        return config;
    }

    ExitConfig exits() {
        return exits;
    }

    EntryPlan plan() {
        return plan;
    }

    Desk desk() {
        return desk;
    }

    Market market() {
        return market;
    }

    LegListener listener() {
        return listener;
    }

    Guard guard() {
        return guard;
    }

    Retreat retreat() {
        return retreat;
    }

    LegState state() {
        return state;
    }

    void become(LegState next) {
        state = next;
    }

    Position position() {
        return position;
    }

    void hold(Position next) {
        position = next;
    }

    SignedQuantity size() {
        return position.size();
    }

    @Nullable
    Side side() {
        return position.side();
    }

    String correlationId() {
        return correlationId;
    }

    /** A new round trip begins, on a decision and with a plan. */
    void begin(String decision, EntryPlan newPlan) {
        correlationId = decision;
        plan = newPlan;
        guard.reset();
        retreat.end();
    }

    /** What is told from here on goes back to the decision that the leg was entered on. */
    void correlate(Turn turn) {
        turn.correlate(correlationId.isEmpty() ? turn.correlationId() : correlationId);
    }

    LegOrders orders() {
        return new LegOrders(id, account(), desk);
    }

    void tell(Turn turn, String detail) {
        turn.tell(new Output.LegChanged(
                turn.cause(),
                account(),
                id,
                state,
                size(),
                position.entryPrice(),
                guard.stopPrice(),
                guard.targetPrice(),
                detail));
    }
}
