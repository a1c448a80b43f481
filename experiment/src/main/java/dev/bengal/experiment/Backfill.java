package dev.bengal.experiment;

import dev.bengal.analysis.bisect.BackfillResult;
import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.analysis.bisect.CommitStep.Standing;
import dev.bengal.model.BuildMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures old commits, evenly spread over a range. The newest comes first: it builds most likely, and tells what to reuse. */
public final class Backfill {
    private static final String METRIC = "total_duration_ms";

    private final List<String> commits;
    private final CommitBuilds source;
    private final Consumer<CommitStep> progress;

    /**
     * A backfill of a range.
     *
     * @param commits full hashes, the oldest first; not empty
     * @param progress told of each commit when it is done
     */
    public Backfill(List<String> commits, CommitBuilds source, Consumer<CommitStep> progress) {
        this.commits = List.copyOf(commits);
        this.source = source;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param steps how many commits
     * @param runs how many builds each is to have, with those that are recorded
     */
    public BackfillResult run(int steps, int runs) {
        List<CommitStep> done = new ArrayList<>();
        @Nullable BuildMetrics like = null;
        for (String commit : newestFirst(steps)) {
            try (CommitSample sample = new CommitSample(commit, source)) {
                Optional<String> why = sample.grow(like == null ? 1 : runs, like);
                if (why.isEmpty() && like == null) {
                    like = sample.builds().get(0);
                    why = sample.grow(runs, like);
                }
                CommitStep step =
                        sample.step(why.isPresent() ? Standing.UNBUILDABLE : Standing.MEASURED, METRIC, why.orElse(""));
                done.add(step);
                progress.accept(step);
            }
        }
        Collections.reverse(done);
        return new BackfillResult(commits.size(), done);
    }

    private List<String> newestFirst(int steps) {
        int count = Math.min(steps, commits.size());
        List<String> chosen = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(step -> commits.get(
                        count == 1
                                ? commits.size() - 1
                                : (int) Math.round((double) step * (commits.size() - 1) / (count - 1))))
                .toList());
        Collections.reverse(chosen);
        return chosen;
    }
}
