package dev.sparkstacker.app.guard;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.hyperliquid.http.ReadException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The emergency on one account: what the venue says is read, what is left to do is done, and both again until nothing is
 * left. Then it keeps looking, because what had left before may still arrive.
 *
 * <pre>
 *            ┌───────────── a pause ─────────────┐
 *  read ─► triage ─┬─ cancel, close ─────────────┤
 *    ▲             ├─ a position is bare: wait ──┤
 *    │             └─ nothing ─► settled? ─► verified, told once ─┐
 *    └──────────────────────── a longer pause ◄───────────────────┘
 * </pre>
 *
 * <p>Settled means that everything that left before the emergency has expired at the venue. A venue that does not answer
 * is asked again for ever.
 */
final class Rescue {
    private final AccountDoor door;
    private final Set<MarketId> ours;
    private final Terms terms;
    private final RescueListener listener;
    private final Map<MarketId, Long> bareSinceNanos = new TreeMap<>();
    private volatile EmergencyAction action;
    private volatile boolean verified;
    private long settledAtMs = Long.MAX_VALUE;
    private long closedAtNanos = Long.MIN_VALUE;
    private int attempt;

    /**
     * How an emergency goes about its work. Times without another word are machine time.
     *
     * @param exitCaps how far through the best price each attempt may pay
     * @param exitStepMs least time between two attempts
     * @param protectionMs how long a position may be without a stop
     * @param settleMs venue time until what left before has expired
     * @param pauseMs between two readings while something is left to do
     * @param vigilMs between two readings while nothing is
     */
    record Terms(List<Rate> exitCaps, long exitStepMs, long protectionMs, long settleMs, long pauseMs, long vigilMs) {
        Terms {
            exitCaps = List.copyOf(exitCaps);
        }
    }

    Rescue(AccountDoor door, EmergencyAction action, Set<MarketId> ours, Terms terms, RescueListener listener) {
        this.door = door;
        this.action = action;
        this.ours = ours;
        this.terms = terms;
        this.listener = listener;
    }

    /** Does more than it was begun for; never less. */
    void widen(EmergencyAction wider) {
        EmergencyAction both = action.or(wider);
        if (both != action) {
            verified = false;
            action = both;
        }
    }

    /** Whether the venue said last that nothing is left to do. */
    boolean isVerified() {
        return verified;
    }

    EmergencyAction action() {
        return action;
    }

    /** Goes on until interrupted. */
    void run() throws InterruptedException {
        while (true) {
            boolean done = round(System.nanoTime());
            Thread.sleep(done ? terms.vigilMs() : terms.pauseMs());
        }
    }

    /** One reading and what follows from it; returns whether nothing is left to do. */
    boolean round(long nowNanos) throws InterruptedException {
        EmergencyAction now = action;
        try {
            if (settledAtMs == Long.MAX_VALUE) {
                settledAtMs = door.venueTimeMs() + terms.settleMs();
            }
            Standing standing = door.read();
            Triage.Plan plan = new Triage(now, ours).plan(standing, overdue(nowNanos));
            remember(plan.bare(), nowNanos);
            carryOut(plan, nowNanos);
            boolean done = plan.done() && standing.readAtMs() >= settledAtMs;
            conclude(done && now == action, plan.found());
            return verified;
        } catch (ReadException unread) {
            verified = false;
            listener.unread(door.account(), String.valueOf(unread.getMessage()));
            return false;
        }
    }

    private void carryOut(Triage.Plan plan, long nowNanos) throws ReadException, InterruptedException {
        if (!plan.cancel().isEmpty()) {
            String what = "cancel " + plan.cancel().size() + " orders";
            listener.acted(door.account(), what, door.cancel(plan.cancel()));
        }
        boolean mayClose =
                closedAtNanos == Long.MIN_VALUE || nowNanos - closedAtNanos >= terms.exitStepMs() * 1_000_000;
        if (plan.close().isEmpty() || !mayClose) {
            return;
        }
        Rate cap = terms.exitCaps().get(Math.min(attempt, terms.exitCaps().size() - 1));
        attempt++;
        closedAtNanos = nowNanos;
        for (Triage.Closing closing : plan.close()) {
            String what = "close " + closing.size() + " " + closing.market() + " (" + closing.side() + ", attempt "
                    + attempt + ")";
            listener.acted(door.account(), what, door.close(closing, cap));
        }
    }

    private void conclude(boolean done, String found) {
        if (done && !verified) {
            attempt = 0;
            listener.verified(door.account(), found);
        }
        verified = done;
    }

    private Set<MarketId> overdue(long nowNanos) {
        Set<MarketId> overdue = new TreeSet<>();
        bareSinceNanos.forEach((market, since) -> {
            if (nowNanos - since >= terms.protectionMs() * 1_000_000) {
                overdue.add(market);
            }
        });
        return overdue;
    }

    private void remember(Set<MarketId> bare, long nowNanos) {
        bareSinceNanos.keySet().retainAll(bare);
        bare.forEach(market -> bareSinceNanos.putIfAbsent(market, nowNanos));
    }
}
