package dev.bengal.benchmarks;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A history of one build many times over, a minute apart, each with an id of its own: so its lines are of realistic size. */
record RepeatedHistory(BuildMetrics build, int builds) {
    RepeatedHistory {
        if (builds < 1) {
            throw new IllegalArgumentException(builds + " builds; at least 1 makes a history");
        }
    }

    /** Writes it below a project's root, over what is there. */
    void writeTo(Path root) throws IOException {
        MetricsDirectory directory = new MetricsDirectory(root.resolve(MetricsDirectory.NAME));
        Files.createDirectories(directory.folder());
        Files.deleteIfExists(directory.journal().file());
        JournalStore store = JournalStore.of(directory, build.identity().project());
        for (int i = 0; i < builds; i++) {
            store.append(repetition(i));
        }
    }

    private BuildMetrics repetition(int number) {
        BuildIdentity first = build.identity();
        BuildIdentity identity = new BuildIdentity(
                new BuildId(first.id() + "-" + number),
                null,
                first.timestamp().plus(Duration.ofMinutes(number)),
                first.project(),
                first.scenario(),
                first.bengalVersion());
        return new BuildMetrics(
                identity,
                build.stats(),
                build.commit(),
                build.ci(),
                build.totals(),
                build.phases(),
                build.topAllocators(),
                build.measurements(),
                build.environment());
    }
}
