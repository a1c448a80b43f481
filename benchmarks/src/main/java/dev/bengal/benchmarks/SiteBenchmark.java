package dev.bengal.benchmarks;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.TopAllocators;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds one site in pairs of processes, one of each side, in the order ABBA, so that a machine that becomes slower or faster
 * meanwhile favours neither.
 *
 * <p>Each run is checked: a build that fails, warns, makes another number of pages, finds a dirty tree or is not in the
 * history ends the benchmark.
 */
final class SiteBenchmark {
    private final List<String> bengal;
    private final SyntheticSite site;
    private final Path folder;
    private final Rewriting rewriting;
    private final Optional<PhaseApart> apart;
    private final Sides sides;
    private final Stopwatch stopwatch;
    private int runs;

    /**
     * A benchmark of one site.
     *
     * @param bengal the command without arguments, such as {@code ./bengal}
     * @param folder for the site; kept afterwards, for a later benchmark may use it as it is
     * @param apart whose time is told apart; all builds log their phases then
     * @param sides what is compared
     */
    SiteBenchmark(
            List<String> bengal,
            SyntheticSite site,
            Path folder,
            Rewriting rewriting,
            Optional<PhaseApart> apart,
            Sides sides,
            Stopwatch stopwatch) {
        this.bengal = List.copyOf(bengal);
        this.site = site;
        this.folder = folder.toAbsolutePath().normalize();
        this.rewriting = rewriting;
        this.apart = apart;
        this.sides = sides;
        this.stopwatch = stopwatch;
    }

    /**
     * Makes the site where it is not there yet, warms up with one build of each kind, and measures.
     *
     * @param seen gets each pair as soon as it is measured
     */
    List<Pair> measure(int pairs, Consumer<Pair> seen) throws IOException {
        site.writeTo(folder);
        Repository repository = new Repository(folder);
        repository.commitAll();
        run(sides.other());
        run(sides.base());
        String changes = repository.status();
        if (!changes.isBlank()) {
            throw new IllegalStateException(folder + " is not clean:\n" + changes);
        }
        List<Pair> measured = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Pair pair = i % 2 == 0 ? otherFirst() : baseFirst();
            seen.accept(pair);
            measured.add(pair);
        }
        return measured;
    }

    /** The newest build in the site's history. */
    Optional<BuildMetrics> newest() {
        return JournalStore.of(metrics(), "synthetic").latest(BuildFilter.ALL, 1).stream()
                .map(record -> record.build())
                .findFirst();
    }

    private MetricsDirectory metrics() {
        return new MetricsDirectory(folder.resolve(MetricsDirectory.NAME));
    }

    private Pair otherFirst() throws IOException {
        ProcessCost other = run(sides.other());
        return new Pair(run(sides.base()), other);
    }

    private Pair baseFirst() throws IOException {
        ProcessCost base = run(sides.base());
        return new Pair(base, run(sides.other()));
    }

    private ProcessCost run(Side side) throws IOException {
        if (!side.isRecorded()) {
            return start(side);
        }
        Optional<BuildMetrics> before = newest();
        ProcessCost cost = start(side);
        BuildMetrics build = newest().filter(newest -> before.isEmpty()
                        || !newest.identity()
                                .id()
                                .equals(before.get().identity().id()))
                .orElseThrow(() -> new IllegalStateException("the build was not recorded in " + folder));
        check(build, side);
        return cost.recordedAs(build.totals().time(), build.totals().memory().rssPeakMebibytes());
    }

    private void check(BuildMetrics build, Side side) {
        Long pages = build.stats().pageCount();
        if (pages == null || pages != site.pages()) {
            throw new IllegalStateException(folder + ": " + pages + " pages were built, not " + site.pages());
        }
        if (!build.isBaselineMaterial() || build.commit() == null) {
            throw new IllegalStateException(folder + " was not built from a clean commit: " + build.commit());
        }
        if (TopAllocators.isRecorded(build) != side.recordsAllocation()) {
            throw new IllegalStateException(
                    folder + ": its allocation was recorded, or not, against " + side.options());
        }
    }

    private ProcessCost start(Side side) throws IOException {
        List<String> command = new ArrayList<>(bengal);
        command.addAll(List.of("build", folder.toString(), "--full", "--environment", edition()));
        command.addAll(side.options());
        if (apart.isPresent()) {
            command.add(PhaseApart.OPTION);
        }
        runs++;
        ProcessCost cost = stopwatch.run(command, side.environment());
        if (stopwatch.printed().contains("warning:")) {
            throw new IllegalStateException(String.join(" ", command) + " warned:\n" + stopwatch.printed());
        }
        return apart.isPresent() ? cost.apart(apart.get().millis(stopwatch.printed())) : cost;
    }

    private String edition() {
        return SyntheticSite.EDITIONS.get(rewriting == Rewriting.FULL ? runs % 2 : 0);
    }

    /** One build of each kind, the one right after the other. */
    record Pair(ProcessCost base, ProcessCost other) {}
}
