package dev.bengal.report.judged;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import java.util.List;
import java.util.Objects;

/**
 * The builds on one side of a judgement: one sample.
 *
 * @param name what people asked for, such as {@code HEAD~1}, or what they are, such as {@code the current level}
 * @param builds oldest first; empty where there are none to hold anything against
 */
public record JudgedSide(String name, List<BuildMetrics> builds) {
    public JudgedSide {
        Objects.requireNonNull(name, "name");
        builds = List.copyOf(builds);
    }

    /** Their hashes, each once. */
    List<String> commits() {
        return builds.stream()
                .map(BuildMetrics::commit)
                .filter(Objects::nonNull)
                .map(Commit::hash)
                .distinct()
                .toList();
    }

    /** Their fingerprints, each once. */
    List<String> environments() {
        return builds.stream()
                .map(build -> build.environment().fingerprint())
                .distinct()
                .toList();
    }

    /** Their scenarios' names, each once. */
    List<String> scenarios() {
        return builds.stream()
                .map(build -> build.identity().scenario().name())
                .distinct()
                .toList();
    }
}
