package dev.bengal.cli.history;

import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.Outcome;
import dev.bengal.report.judged.JudgedSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The candidate of the gate.
 *
 * @param builds successes of the newest commit, of one scenario and environment, oldest first; at least one
 * @param history that they are of
 */
public record CheckedCommit(List<BuildMetrics> builds, JudgedHistory history) {
    public CheckedCommit {
        builds = List.copyOf(builds);
    }

    /**
     * The commit that is checked out where a build of it can be judged, else the newest one: a history that others write to as well
     * holds newer builds of other branches. Empty where no build can be judged.
     */
    public static Optional<CheckedCommit> newestIn(JudgedHistory history, Optional<String> head) {
        List<BuildMetrics> material = history.material();
        return head.flatMap(hash -> of(hash, history))
                .or(() -> material.isEmpty()
                        ? Optional.empty()
                        : Optional.of(with(
                                newestOf(material.stream()
                                        .filter(isSameCommit(material.get(material.size() - 1)))
                                        .toList()),
                                history)));
    }

    /** One commit, by its full hash; empty where no build of it can be judged. */
    public static Optional<CheckedCommit> of(String hash, JudgedHistory history) {
        List<BuildMetrics> builds = history.material().stream()
                .filter(build -> build.commit() != null && build.commit().hash().equals(hash))
                .toList();
        return builds.isEmpty() ? Optional.empty() : Optional.of(with(newestOf(builds), history));
    }

    /** What says of the builds of a commit which sort is judged. A run of tests is mostly a part of a build, and begins after it. */
    static BuildMetrics newestOf(List<BuildMetrics> builds) {
        for (int i = builds.size() - 1; i >= 0; i--) {
            if (!builds.get(i).environment().tooling().isTestRunner()) {
                return builds.get(i);
            }
        }
        return builds.get(builds.size() - 1);
    }

    private static CheckedCommit with(BuildMetrics newest, JudgedHistory history) {
        List<BuildMetrics> material = history.material();
        List<BuildMetrics> builds = material.stream()
                .filter(isSameCommit(newest).and(newest::isComparableWith))
                .toList();
        return new CheckedCommit(builds, history);
    }

    /** The same commit, scenario and environment in a history that went on. */
    public CheckedCommit in(JudgedHistory later) {
        return new CheckedCommit(
                later.material().stream()
                        .filter(isSameCommit(newest()).and(newest()::isComparableWith))
                        .toList(),
                later);
    }

    public BuildMetrics newest() {
        return builds.get(builds.size() - 1);
    }

    @Nullable
    public String hash() {
        Commit commit = newest().commit();
        return commit == null ? null : commit.hash();
    }

    /** Fit for a sentence. */
    public String shortHash() {
        String hash = hash();
        return hash == null ? "no commit" : RecordedCommit.printable(hash.substring(0, Math.min(8, hash.length())));
    }

    public JudgedSide side() {
        return new JudgedSide(hash() == null ? "the newest build" : "the newest commit", builds);
    }

    /** What the reader may have expected to be judged and was not. */
    public List<String> notes(Optional<String> head) {
        List<String> notes = new ArrayList<>();
        newestUnjudged().ifPresent(notes::add);
        head.filter(hash -> hash() != null && !hash.equals(hash()))
                .ifPresent(hash -> notes.add("what is checked out, " + hash.substring(0, 8)
                        + ", is not what is judged: no build of it counts, or its commit is not the newest."));
        others(build -> !build.isComparableWith(newest())).ifPresent(notes::add);
        return notes;
    }

    private Optional<String> newestUnjudged() {
        BuildRecord last = history.builds().stream()
                .max((one, other) ->
                        one.build().timestamp().compareTo(other.build().timestamp()))
                .orElseThrow();
        if (last.isBaselineMaterial()) {
            return Optional.empty();
        }
        String why = last.excluded() != null
                ? "it is excluded"
                : last.build().outcome() == Outcome.SUCCESS
                        ? "its tree had changes that are in no commit"
                        : "its outcome is " + last.build().outcome().word();
        return Optional.of("the newest build, "
                + NamedBuild.printable(last.build().identity().id()) + ", is not judged: " + why + ".");
    }

    private Optional<String> others(Predicate<BuildMetrics> condition) {
        String names = history.material().stream()
                .filter(isSameCommit(newest()).and(condition))
                .map(build -> "'" + build.identity().scenario() + "' in "
                        + build.environment().fingerprint())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("of this commit there are also builds of " + names
                        + "; --scenario and --environment judge them.");
    }

    private static Predicate<BuildMetrics> isSameCommit(BuildMetrics one) {
        Commit commit = one.commit();
        return commit == null
                ? build -> build.identity().id().equals(one.identity().id())
                : build -> {
                    Commit other = build.commit();
                    return other != null && Objects.equals(commit.hash(), other.hash());
                };
    }
}
