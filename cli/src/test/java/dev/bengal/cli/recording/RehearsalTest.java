package dev.bengal.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir
    private Path folder;

    private final List<Runnable> begun = new ArrayList<>();
    private MetricsDirectory directory;
    private Rehearsal rehearsal;

    @BeforeEach
    void watch() {
        directory = new MetricsDirectory(folder);
        rehearsal = new Rehearsal(directory, tracked(), begun::add);
    }

    @Test
    void rehearsal_comesOnceAfterALongPhase() {
        rehearsal.ended(phase(999), 0);
        rehearsal.ended(phase(1500), 1);
        rehearsal.ended(PhaseMetrics.timed("rendering", null, 0.0, 1500, Outcome.INTERRUPTED), 0);
        assertThat(begun).isEmpty();

        rehearsal.ended(phase(1000), 0);
        rehearsal.ended(phase(1000), 0);
        assertThat(begun).hasSize(1);
    }

    @Test
    void rehearsal_changesNothing() throws IOException {
        for (int i = 0; i < 3; i++) {
            directory.save(build());
        }
        Map<String, String> before = files();
        rehearsal.ended(phase(1000), 0);
        begun.forEach(Runnable::run);

        assertThat(files()).isEqualTo(before).hasSizeGreaterThan(3);
    }

    @Test
    void rehearsal_makesNoFolderForAFirstBuild() {
        Path none = folder.resolve("none");
        new Rehearsal(new MetricsDirectory(none), tracked(), Runnable::run).ended(phase(1000), 0);

        assertThat(none).doesNotExist();
    }

    @Test
    void rehearsal_readsTheHistory_andWhatIsWrongWithItIsForTheSaving() throws IOException {
        Files.createDirectory(folder.resolve("history.jsonl"));
        rehearsal.ended(phase(1000), 0);

        assertThatThrownBy(begun.get(0)::run).isInstanceOf(JournalException.class);
    }

    private static PhaseMetrics phase(double millis) {
        return PhaseMetrics.timed("rendering", null, 0.0, millis, Outcome.SUCCESS);
    }

    private TrackedBuild tracked() {
        return new TrackedBuild("docs", Scenario.SITE_FULL, folder, List.of(), "bengal test");
    }

    private BuildMetrics build() {
        try (PerformanceCollector collector = PerformanceCollector.timingOnly(tracked())) {
            collector.startBuild();
            collector.phase("rendering").close();
            return collector.endBuild(BuildStats.of(Outcome.SUCCESS));
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
