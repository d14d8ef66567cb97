package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;

/** Runs a search over windows, asking the log before the executor. */
public final class Study {
    private final SweepExecutor executor;
    private final TrialLog log;
    private final Objective objective;
    private final Progress progress;

    /** Hears how far a study is. */
    @FunctionalInterface
    public interface Progress {
        /** One more run is done, or was known. */
        void done(Task task, Outcome outcome);
    }

    /** A study of an objective. */
    public Study(SweepExecutor executor, TrialLog log, Objective objective, Progress progress) {
        this.executor = executor;
        this.log = log;
        this.objective = objective;
        this.progress = progress;
    }

    /**
     * Searches to the end.
     *
     * @param windows over which each candidate is judged, as if they were one stretch
     * @return what was tried, in the order in which it was asked for
     */
    public List<Scored> search(Search search, List<Window> windows) throws InterruptedException {
        List<Scored> tried = new ArrayList<>();
        for (List<Candidate> batch = search.next(tried); !batch.isEmpty(); batch = search.next(tried)) {
            List<Outcome> outcomes = outcomes(batch, windows);
            for (int i = 0; i < batch.size(); i++) {
                tried.add(new Scored(batch.get(i), objective.of(outcomes.get(i))));
            }
        }
        return tried;
    }

    /** What comes of candidates, each over all windows joined. */
    public List<Outcome> outcomes(List<Candidate> candidates, List<Window> windows) throws InterruptedException {
        List<Task> unknown = new ArrayList<>();
        for (Candidate candidate : candidates) {
            for (Window window : windows) {
                Task task = new Task(candidate, window);
                log.find(task).ifPresentOrElse(outcome -> progress.done(task, outcome), () -> unknown.add(task));
            }
        }
        if (!unknown.isEmpty()) {
            executor.run(unknown, (task, outcome) -> {
                log.keep(task, outcome);
                progress.done(task, outcome);
            });
        }
        return candidates.stream().map(candidate -> joined(candidate, windows)).toList();
    }

    private Outcome joined(Candidate candidate, List<Window> windows) {
        return Outcome.joined(windows.stream()
                .map(window -> log.find(new Task(candidate, window))
                        .orElseThrow(() -> new IllegalStateException("Not run: " + candidate)))
                .toList());
    }

    /** What is maximised. */
    public Objective objective() {
        return objective;
    }
}
