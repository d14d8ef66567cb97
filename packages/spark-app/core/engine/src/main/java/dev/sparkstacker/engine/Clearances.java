package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.output.HaltStage;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.breaker.Breaker;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that what was halted or flattened is so at the venue, account by account.
 *
 * <pre>
 *            ┌──────────────── read again soon ────────────────┐
 *  begun ─► read ─┬─ something is left: cancel it, close it ───┤
 *            ▲    └─ nothing ─► VERIFIED, told                 │
 *            └─ every later reading, as long as it is halted ◄─┘
 * </pre>
 *
 * <p>A failed reading proves nothing; what is not verified in time is an incident, and is asked for further on.
 */
final class Clearances {
    private final World world;
    private final List<Clearance> all = new ArrayList<>();

    Clearances(World world) {
        this.world = world;
    }

    void load(List<Clearance> loaded) {
        all.addAll(loaded);
    }

    List<Clearance> state() {
        return List.copyOf(all);
    }

    /** Begins to ask the venue, or asks it anew. A flattening that is not verified stays one. */
    void begin(Turn turn, RiskScope scope, BreakerAction action) {
        for (AccountBook account : world.accounts()) {
            if (ScopeView.reaches(world, scope, account.id())) {
                begin(turn, account, scope, action);
            }
        }
    }

    private void begin(Turn turn, AccountBook account, RiskScope scope, BreakerAction action) {
        int at = indexOf(account.id(), scope);
        boolean stillFlattens = at >= 0 && all.get(at).flattens();
        Clearance begun = Clearance.begun(turn, account.id(), scope, stillFlattens ? BreakerAction.FLATTEN : action);
        if (at >= 0) {
            all.set(at, begun);
        } else {
            all.add(begun);
        }
        tell(turn, begun, HaltStage.CHECKING);
        if (begun.flattens()) {
            account.proveAnew();
        }
        account.readAtOnce(turn);
    }

    /** A new process verifies again what is still halted. */
    void startEpoch(Turn turn) {
        all.replaceAll(each -> each.anew(turn));
        all.forEach(each -> tell(turn, each, HaltStage.CHECKING));
    }

    /** What the venue says of an account is held against everything that is halted there. */
    void onRead(Turn turn, AccountEvent.AccountRead read, int run) {
        for (int i = 0; i < all.size(); i++) {
            Clearance each = all.get(i);
            if (each.account().equals(read.account())) {
                all.set(i, look(turn, each, new ScopeView(world, each, read, run)));
            }
        }
    }

    private Clearance look(Turn turn, Clearance owed, ScopeView view) {
        boolean cancelled = view.cancelRest(turn);
        if (owed.verified() && !cancelled) {
            return owed;
        }
        if (owed.verified()) {
            Clearance again = owed.reopened(turn, view.found());
            tell(turn, again, HaltStage.CHECKING);
            world.account(owed.account()).lookAgain(turn);
            return again;
        }
        if (!view.isDone()) {
            world.account(owed.account()).lookAgain(turn);
            return owed.seen(view.found());
        }
        tell(turn, owed.seen(view.found()), HaltStage.VERIFIED);
        return owed.confirmed(view.found());
    }

    /** Whether a position in a market that no leg explains is to be closed, whatever the policy for such positions. */
    boolean flattens(AccountId account, MarketId market) {
        for (Clearance each : all) {
            boolean here = each.account().equals(account) && each.flattens();
            if (here && ScopeView.holdsAll(each.scope(), market)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the venue has not confirmed yet that everything is flat. */
    boolean flattensEverything() {
        return all.stream().anyMatch(each -> each.flattens() && each.scope().equals(RiskScope.global()));
    }

    void onTime(Turn turn) {
        for (Clearance each : List.copyOf(all)) {
            if (!isInForce(each.scope())) {
                all.remove(each);
                tell(turn, each, HaltStage.LIFTED);
            } else if (each.patience().isSet() && each.patience().hasPassed(turn)) {
                all.set(all.indexOf(each), each.toldLate());
                turn.correlate(each.decision());
                turn.raise(
                        IncidentCode.HALT_NOT_VERIFIED,
                        each.account(),
                        null,
                        each.action() + " (" + each.scope() + ") is not verified on " + each.account() + "; last seen: "
                                + each.found());
            }
        }
    }

    void plan(Agenda agenda) {
        all.forEach(each -> agenda.at(each.patience()));
    }

    /** Whether a person, a breaker or a flattening under way still holds this part of trading. */
    private boolean isInForce(RiskScope scope) {
        if (world.risk().book().killSwitches().find(scope) != null) {
            return true;
        }
        for (Breaker breaker : world.risk().book().breakers().state()) {
            if (breaker.isTripped() && breaker.scope().equals(scope)) {
                return true;
            }
        }
        return scope.equals(RiskScope.global()) && world.gate().current() == TradingState.FLATTENING;
    }

    private int indexOf(AccountId account, RiskScope scope) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).is(account, scope)) {
                return i;
            }
        }
        return -1;
    }

    private static void tell(Turn turn, Clearance clearance, HaltStage stage) {
        turn.correlate(clearance.decision());
        turn.tell(new Output.HaltChecked(
                turn.cause(),
                clearance.account(),
                clearance.scope().toString(),
                clearance.action(),
                stage,
                clearance.found()));
    }
}
