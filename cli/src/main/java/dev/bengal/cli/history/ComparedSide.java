package dev.bengal.cli.history;

import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Outcome;
import dev.bengal.report.judged.JudgedSide;
import java.util.List;
import java.util.function.Predicate;

/**
 * Builds that the user named, before it is known which of them count.
 *
 * @param history that they are of
 * @param builds oldest first, at least one
 * @param isOne whether one build was named, rather than a commit with all of its builds
 */
public record ComparedSide(String name, JudgedHistory history, List<BuildRecord> builds, boolean isOne) {
    public ComparedSide {
        builds = List.copyOf(builds);
    }

    /** The newest one that counts, which says what is compared. */
    public BuildMetrics newest() {
        return CheckedCommit.newestOf(counting());
    }

    /** All that count: of one sort with the newest, or with {@code like} where any is. */
    public JudgedSide sample(BuildMetrics like) {
        List<BuildMetrics> counting = counting();
        List<BuildMetrics> wanted = sorted(counting, isSameScenario(like));
        return new JudgedSide(name, sorted(wanted, isSameEnvironment(like)));
    }

    /** Why fewer builds count than there are; empty where all do. */
    public List<String> notes() {
        boolean isDirty = counting().stream().noneMatch(BuildMetrics::isBaselineMaterial);
        return isDirty ? List.of(name + " was built from a tree with changes that are in no commit.") : List.of();
    }

    private static List<BuildMetrics> sorted(List<BuildMetrics> builds, Predicate<BuildMetrics> likeThis) {
        List<BuildMetrics> like = builds.stream().filter(likeThis).toList();
        BuildMetrics newest = CheckedCommit.newestOf(builds);
        return like.isEmpty()
                ? builds.stream()
                        .filter(isSameScenario(newest).and(isSameEnvironment(newest)))
                        .toList()
                : like;
    }

    private static Predicate<BuildMetrics> isSameScenario(BuildMetrics like) {
        return build -> build.identity().scenario().equals(like.identity().scenario())
                && build.identity().project().equals(like.identity().project());
    }

    private static Predicate<BuildMetrics> isSameEnvironment(BuildMetrics like) {
        return build ->
                build.environment().fingerprint().equals(like.environment().fingerprint());
    }

    /** The successes that nobody excluded, from a clean tree where there are any. */
    private List<BuildMetrics> counting() {
        List<BuildMetrics> successes = builds.stream()
                .filter(known -> known.excluded() == null || isOne)
                .map(BuildRecord::build)
                .filter(build -> build.outcome() == Outcome.SUCCESS)
                .toList();
        if (successes.isEmpty()) {
            throw new CommandException(
                    (builds.size() == 1 ? "The one build" : "None of the " + builds.size() + " builds")
                            + " of " + name + " " + (builds.size() == 1 ? "does not count" : "counts")
                            + ": only successes that nobody excluded are compared. Build it again.");
        }
        List<BuildMetrics> clean =
                successes.stream().filter(BuildMetrics::isBaselineMaterial).toList();
        return clean.isEmpty() ? successes : clean;
    }
}
