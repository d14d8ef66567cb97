package dev.sparkstacker.journal;

import java.util.List;
import java.util.Optional;

/**
 * Where a damaged journal goes on.
 *
 * @param sequence the last event that will be known
 * @param lastSegment index of the last segment that stays, at least in part; -1 where none does
 * @param cutsLast whether only a prefix of that segment stays
 * @param snapshot a snapshot beyond everything readable that stands in for what is lost, where there is one
 */
record RestartPoint(long sequence, int lastSegment, boolean cutsLast, Optional<SnapshotHeader> snapshot) {
    private static final RestartPoint NOWHERE = new RestartPoint(0, -1, false, Optional.empty());

    /** Whether nothing can be gone on from. */
    boolean isNewRun() {
        return lastSegment < 0 && snapshot.isEmpty();
    }

    /**
     * The latest event whose state can be known: the newest snapshot with the unbroken segments behind it, or a
     * snapshot alone, or the first event with the unbroken segments behind it.
     *
     * @param snapshots whole and readable ones, newest first
     */
    static RestartPoint choose(List<InspectedSegment> segments, List<SnapshotHeader> snapshots) {
        RestartPoint best = NOWHERE;
        for (SnapshotHeader snapshot : snapshots) {
            best = later(best, behind(segments, snapshot.sequence()));
        }
        boolean fromZero = !segments.isEmpty() && segments.getFirst().file().firstSequence() == 1;
        if (fromZero) {
            best = later(best, behind(segments, 0));
        }
        for (SnapshotHeader snapshot : snapshots) {
            if (snapshot.sequence() > best.sequence()) {
                int lastKept = lastBelow(segments, snapshot.sequence());
                best = new RestartPoint(snapshot.sequence(), lastKept, false, Optional.of(snapshot));
            }
        }
        return best;
    }

    private static RestartPoint later(RestartPoint one, RestartPoint other) {
        boolean better = other.lastSegment >= 0 && (one.lastSegment < 0 || other.sequence > one.sequence);
        return better ? other : one;
    }

    /** How far unbroken segments lead on from the state after an event. */
    private static RestartPoint behind(List<InspectedSegment> segments, long state) {
        int first = -1;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).file().firstSequence() <= state + 1) {
                first = i;
            }
        }
        if (first < 0
                || segments.get(first).goodBytes() == 0
                || segments.get(first).reachesTo() < state) {
            return NOWHERE;
        }
        int last = first;
        while (!segments.get(last).isDamaged()
                && last + 1 < segments.size()
                && continues(segments.get(last), segments.get(last + 1))) {
            last++;
        }
        InspectedSegment end = segments.get(last);
        return new RestartPoint(end.reachesTo(), last, end.isDamaged(), Optional.empty());
    }

    private static boolean continues(InspectedSegment one, InspectedSegment next) {
        return next.goodBytes() > 0
                && next.file().firstSequence() == one.reachesTo() + 1
                && next.header()
                        .map(header -> header.before().bytes() == one.goodBytes()
                                && header.commandsHash() == one.commandsHash())
                        .orElse(false);
    }

    /** The last segment that ends at or before an event; those behind it hold nothing that is still needed. */
    private static int lastBelow(List<InspectedSegment> segments, long sequence) {
        int last = -1;
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).isDamaged() && endOf(segments, i) <= sequence) {
                last = i;
            }
        }
        return last;
    }

    /** The last event that a segment held when it was whole, as far as that can be told. */
    static long endOf(List<InspectedSegment> segments, int index) {
        return index + 1 < segments.size()
                ? segments.get(index + 1).file().firstSequence() - 1
                : segments.get(index).reachesTo();
    }
}
