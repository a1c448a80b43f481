package dev.bengal.benchmarks;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds one site in pairs of processes, one recorded and one with {@code --no-metrics}, in the order ABBA, so that a
 * machine that becomes slower or faster meanwhile favours neither.
 *
 * <p>Each run is checked: a build that fails, warns, makes another number of pages, finds a dirty tree or is not in the
 * history ends the benchmark.
 */
final class SiteBenchmark {
    private final List<String> bengal;
    private final SyntheticSite site;
    private final Path folder;
    private final Rewriting rewriting;
    private final boolean control;
    private final Stopwatch stopwatch;
    private int runs;

    /**
     * A benchmark of one site.
     *
     * @param bengal the command without arguments, such as {@code ./bengal}
     * @param folder for the site; kept afterwards, for a later benchmark may use it as it is
     * @param control whether the recorded builds are not recorded either: what is left then is noise
     */
    SiteBenchmark(
            List<String> bengal,
            SyntheticSite site,
            Path folder,
            Rewriting rewriting,
            boolean control,
            Stopwatch stopwatch) {
        this.bengal = List.copyOf(bengal);
        this.site = site;
        this.folder = folder.toAbsolutePath().normalize();
        this.rewriting = rewriting;
        this.control = control;
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
        tracked();
        untracked();
        String changes = repository.status();
        if (!changes.isBlank()) {
            throw new IllegalStateException(folder + " is not clean:\n" + changes);
        }
        List<Pair> measured = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Pair pair = i % 2 == 0 ? trackedFirst() : untrackedFirst();
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

    private Pair trackedFirst() throws IOException {
        ProcessCost tracked = tracked();
        return new Pair(untracked(), tracked);
    }

    private Pair untrackedFirst() throws IOException {
        ProcessCost untracked = untracked();
        return new Pair(untracked, tracked());
    }

    private ProcessCost untracked() throws IOException {
        return run(List.of("--no-metrics"));
    }

    private ProcessCost tracked() throws IOException {
        if (control) {
            return untracked();
        }
        Optional<BuildMetrics> before = newest();
        ProcessCost cost = run(List.of());
        BuildMetrics build = newest().filter(newest -> before.isEmpty()
                        || !newest.identity()
                                .id()
                                .equals(before.get().identity().id()))
                .orElseThrow(() -> new IllegalStateException("the build was not recorded in " + folder));
        check(build);
        return cost.withPeakOfAtLeast(build.totals().memory().rssPeakMebibytes());
    }

    private void check(BuildMetrics build) {
        Long pages = build.stats().pageCount();
        if (pages == null || pages != site.pages()) {
            throw new IllegalStateException(folder + ": " + pages + " pages were built, not " + site.pages());
        }
        if (!build.isBaselineMaterial() || build.commit() == null) {
            throw new IllegalStateException(folder + " was not built from a clean commit: " + build.commit());
        }
    }

    private ProcessCost run(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(bengal);
        command.addAll(List.of("build", folder.toString(), "--environment", edition()));
        command.addAll(options);
        runs++;
        ProcessCost cost = stopwatch.run(command);
        if (stopwatch.printed().contains("warning:")) {
            throw new IllegalStateException(String.join(" ", command) + " warned:\n" + stopwatch.printed());
        }
        return cost;
    }

    private String edition() {
        return SyntheticSite.EDITIONS.get(rewriting == Rewriting.FULL ? runs % 2 : 0);
    }

    /** One build of each kind, the one right after the other. */
    record Pair(ProcessCost untracked, ProcessCost tracked) {}
}
