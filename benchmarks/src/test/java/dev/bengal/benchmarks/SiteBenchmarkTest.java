package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.benchmarks.SiteBenchmark.Pair;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.TopAllocators;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real command in processes of its own. How long they take is shown by the benchmark and asserted nowhere. */
class SiteBenchmarkTest {
    private static final List<String> BENGAL = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.bengal.cli.Main");

    @TempDir
    private Path folder;

    private final List<Pair> seen = new ArrayList<>();

    @Test
    void measure_recordsEveryOtherBuildOfACleanCommitWithoutAWarning() throws IOException {
        List<Pair> pairs = benchmark(BENGAL, Sides.RECORDING).measure(2, seen::add);

        assertThat(pairs).hasSize(2).isEqualTo(seen);
        assertThat(JournalStore.of(new MetricsDirectory(folder.resolve("site/" + MetricsDirectory.NAME)), "site")
                        .latest(BuildFilter.ALL, 10))
                .hasSize(3) // one of them warmed up
                .allSatisfy(record ->
                        assertThat(record.build().isBaselineMaterial()).isTrue());
        assertThat(Files.readString(folder.resolve("site/public/page-01/index.html")))
                .contains("Synthetic site, edition ");
    }

    @Test
    void measure_asControlRecordsNothing() throws IOException {
        benchmark(BENGAL, Sides.CONTROL).measure(1, seen::add);

        assertThat(seen).hasSize(1);
        assertThat(folder.resolve("site").resolve(MetricsDirectory.NAME)).doesNotExist();
    }

    @Test
    @Tag("heavy")
    void measure_ofAllocationsKnowsWhatBothBuildsTookInside() throws IOException {
        benchmark(BENGAL, Sides.ALLOCATIONS).measure(1, seen::add);

        assertThat(seen).singleElement().satisfies(pair -> {
            assertThat(pair.base().buildCpuMillis()).isPositive();
            assertThat(pair.other().buildWallMillis()).isPositive();
        });
        assertThat(JournalStore.of(new MetricsDirectory(folder.resolve("site/" + MetricsDirectory.NAME)), "site")
                        .latest(BuildFilter.ALL, 10))
                .extracting(record -> TopAllocators.isRecorded(record.build()))
                .containsExactly(true, false, true, false); // the first two warmed up; then the other side goes first
    }

    @Test
    void measure_tellsAPhaseApartOfBothSides() throws IOException {
        benchmark(BENGAL, Optional.of(new PhaseApart("pages")), Sides.RECORDING).measure(1, seen::add);

        assertThat(seen).singleElement().satisfies(pair -> {
            assertThat(pair.base().apartMillis())
                    .isStrictlyBetween(0.0, pair.base().wallMillis());
            assertThat(pair.other().besideMillis())
                    .isStrictlyBetween(0.0, pair.other().wallMillis());
        });
    }

    @Test
    void measure_endsWhereNoSuchPhaseIsLogged() throws IOException {
        SiteBenchmark benchmark = benchmark(BENGAL, Optional.of(new PhaseApart("page")), Sides.RECORDING);

        assertThatThrownBy(() -> benchmark.measure(1, seen::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the build logged no phase page:\n{\"name\":\"output\"");
    }

    @Test
    void measure_endsWithTheWordsOfABuildThatFails() {
        List<String> failing = new ArrayList<>(BENGAL);
        failing.add("--no-such-option");

        assertThatThrownBy(() -> benchmark(failing, Sides.RECORDING).measure(1, seen::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--no-such-option");
    }

    private SiteBenchmark benchmark(List<String> bengal, Sides sides) throws IOException {
        return benchmark(bengal, Optional.empty(), sides);
    }

    private SiteBenchmark benchmark(List<String> bengal, Optional<PhaseApart> apart, Sides sides) throws IOException {
        return new SiteBenchmark(
                bengal,
                new SyntheticSite(20, 1),
                folder.resolve("site"),
                Rewriting.FULL,
                apart,
                sides,
                Stopwatch.in(folder.resolve("work")));
    }
}
