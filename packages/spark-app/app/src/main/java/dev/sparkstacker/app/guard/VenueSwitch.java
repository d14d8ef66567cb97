package dev.sparkstacker.app.guard;

import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.hyperliquid.http.ReadException;

/**
 * The venue's own switch on one account ({@code scheduleCancel}): it cancels every order at a time that is moved on again
 * and again. It cancels stops and targets too and closes nothing, so it is armed only while entries rest and no stop does.
 *
 * <pre>
 *              entries rest, no stop rests, the venue accepts
 *  not armed ────────────────────────────────────────────────► armed ─┐ renewed each third of its time
 *      ▲                                                         │ ◄───┘
 *      └──────────── no entry rests, or a stop does: taken back ─┘
 * </pre>
 */
final class VenueSwitch {
    /** How people see it where no account may be armed. */
    static final String NOT_ARMED = "not armed: positions rest on their stops";

    private final AccountDoor door;
    private final long timeoutMs;
    private boolean armed;
    private String detail = NOT_ARMED;
    private long renewAtNanos = Long.MIN_VALUE;

    /** @param timeoutMs venue time between the last renewal and the cancel */
    VenueSwitch(AccountDoor door, long timeoutMs) {
        this.door = door;
        this.timeoutMs = timeoutMs;
    }

    boolean isArmed() {
        return armed;
    }

    String account() {
        return door.account().name();
    }

    String detail() {
        return door.account() + " " + detail;
    }

    /** Arms, renews or takes back, if it is time; {@code venueRate} is venue milliseconds a machine millisecond. */
    void tend(long nowNanos, double venueRate) throws InterruptedException {
        if (renewAtNanos != Long.MIN_VALUE && nowNanos < renewAtNanos) {
            return;
        }
        renewAtNanos = nowNanos + (long) (timeoutMs / 3.0 / Math.max(1, venueRate) * 1_000_000);
        try {
            Standing standing = door.read();
            boolean entries = standing.orders().stream().anyMatch(order -> !order.reduceOnly());
            boolean stops = standing.orders().stream().anyMatch(VenueOrder::reduceOnly);
            if (entries && !stops && standing.isFlat()) {
                arm(standing.readAtMs() + timeoutMs);
            } else {
                takeBack(entries ? "a position or its stop is there" : "no entry rests");
            }
        } catch (ReadException unread) {
            detail = (armed ? "armed, not renewed: " : "not armed: ") + unread.getMessage();
        }
    }

    private void arm(long atMs) throws InterruptedException {
        String answer = door.scheduleCancel(atMs);
        armed = AccountDoor.isAccepted(answer);
        detail = armed ? "armed: renewed each " + timeoutMs / 3_000 + " s of venue time" : "not armed: " + answer;
    }

    private void takeBack(String why) throws InterruptedException {
        if (!armed) {
            detail = NOT_ARMED + " (" + why + ")";
            return;
        }
        String answer = door.scheduleCancel(null);
        armed = !AccountDoor.isAccepted(answer);
        detail = armed ? "armed, cannot be taken back: " + answer : NOT_ARMED + " (" + why + ")";
    }
}
