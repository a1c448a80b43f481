package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Estimate;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import dev.bengal.model.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceCollectorTest {
    private static final TrackedBuild DOCS =
            new TrackedBuild("docs", Scenario.SITE_FULL, Path.of("."), List.of(), "mysite 1.4");
    private static final BuildStats SUCCESS = new BuildStats(Outcome.SUCCESS, 3L, 5L, 2L);

    private final ManualMachine machine = new ManualMachine();
    private final List<String> warnings = new ArrayList<>();
    private final PerformanceCollector collector =
            new PerformanceCollector(DOCS, machine.instruments(), Surroundings.unknown(), warnings::add);

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void phase_takesTimeCpuAllocationMemoryAndItems() {
        collector.startBuild();
        try (Phase phase = collector.phase("rendering")) {
            machine.work(Duration.ofMillis(250), 12);
            machine.residentMebibytes(90);
            machine.residentMebibytes(60);
            phase.recordItems(3);
            collector.recordItems(4);
        }
        PhaseMetrics rendering = phase(collector.endBuild(SUCCESS), "rendering");

        assertThat(rendering.parent()).isNull();
        assertThat(rendering.startMillis()).isZero();
        assertThat(rendering.durationMillis()).isEqualTo(250);
        assertThat(rendering.cpuMillis()).isEqualTo(250);
        assertThat(rendering.memory().allocatedMebibytes()).isEqualTo(12);
        assertThat(rendering.memory().peakMebibytes()).isEqualTo(90);
        assertThat(rendering.memory().deltaMebibytes()).isEqualTo(10);
        assertThat(rendering.itemsProcessed()).isEqualTo(7);
        assertThat(rendering.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void buildId_isKnownBeforeTheEnd() {
        collector.startBuild();

        assertThat(collector.buildId()).isEqualTo(collector.buildId());
        assertThat(collector.endBuild(SUCCESS).identity().id()).isEqualTo(collector.buildId());
    }

    @Test
    void close_endsTheWatchOfABuildThatNeverEnded() {
        collector.startBuild();
        assertThat(machine.isWatched()).isTrue();

        collector.close();

        assertThat(machine.isWatched()).isFalse();
    }

    @Test
    void endBuild_takesTheTotals() {
        collector.startBuild();
        machine.work(Duration.ofMillis(40), 1);
        try (Phase phase = collector.phase("discovery")) {
            machine.work(Duration.ofMillis(100), 2);
            machine.residentMebibytes(80);
        }
        machine.residentMebibytes(55);
        machine.collect(20);
        machine.collect(15);
        machine.readFromStorage(3);
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(build.timestamp()).isEqualTo(ManualMachine.START);
        assertThat(build.stats()).isEqualTo(SUCCESS);
        assertThat(build.totals().time().wallMillis()).isEqualTo(140);
        assertThat(build.totals().time().cpuMillis()).isEqualTo(140);
        assertThat(build.totals().time().unattributedMillis()).isEqualTo(40);
        assertThat(build.totals().memory().rssPeakMebibytes()).isEqualTo(80);
        assertThat(build.totals().memory().rssGrowthMebibytes()).isEqualTo(30);
        assertThat(build.totals().memory().liveHeapMebibytes()).isEqualTo(20);
        assertThat(build.totals().memory().peakHeapMebibytes()).isEqualTo(30);
        assertThat(build.totals().memory().allocatedMebibytes()).isEqualTo(3);
        assertThat(build.totals().gc()).isEqualTo(new GcActivity(2L, 8.0));
        assertThat(build.totals().io()).isEqualTo(new IoVolume(3.0, 0.0));
        assertThat(build.totals().estimates()).isEmpty();
    }

    @Test
    void phase_hasTheCollectionsAndTheStorageOfItsOwnTime() {
        collector.startBuild();
        machine.collect(80);
        try (Phase outer = collector.phase("rendering")) {
            machine.collect(30);
            try (Phase inner = collector.phase("pages")) {
                machine.collect(20);
                machine.readFromStorage(2);
            }
            machine.readFromStorage(1);
        }
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(phase(build, "pages").gc()).isEqualTo(new GcActivity(1L, 4.0));
        assertThat(phase(build, "pages").memory().liveHeapMebibytes()).isEqualTo(20);
        assertThat(phase(build, "pages").memory().peakHeapMebibytes()).isEqualTo(30);
        assertThat(phase(build, "pages").io()).isEqualTo(new IoVolume(2.0, 0.0));
        assertThat(phase(build, "rendering").gc()).isEqualTo(new GcActivity(2L, 8.0));
        assertThat(phase(build, "rendering").memory().liveHeapMebibytes()).isEqualTo(30);
        assertThat(phase(build, "rendering").io()).isEqualTo(new IoVolume(3.0, 0.0));
        assertThat(build.totals().memory().liveHeapMebibytes()).isEqualTo(80);
    }

    @Test
    void phase_withoutACollectionHasNoLiveHeap() {
        collector.startBuild();
        collector.phase("discovery").close();

        PhaseMetrics discovery = phase(collector.endBuild(SUCCESS), "discovery");
        assertThat(discovery.gc().count()).isZero();
        assertThat(discovery.memory().liveHeapMebibytes()).isNull();
    }

    @Test
    void peaksThatWereSampled_sayIt() {
        machine.refuseReset();
        collector.startBuild();

        assertThat(collector.endBuild(SUCCESS).totals().estimates())
                .containsExactly(
                        new Estimate("memory_rss_mb", "sampled every 50 ms"),
                        new Estimate("memory_rss_peak_mb", "sampled every 50 ms"),
                        new Estimate("phases.memory_peak_mb", "sampled every 50 ms"));
    }

    @Test
    void peaksThatTheKernelRefusedOnTheWay_sayThatNobodyLookedInBetween() {
        collector.startBuild();
        machine.refuseReset();

        assertThat(collector.endBuild(SUCCESS).totals().estimates())
                .contains(new Estimate("phases.memory_peak_mb", "looked at where phases begin and end"))
                .allMatch(estimate -> estimate.source().equals("looked at where phases begin and end"));
    }

    @Test
    void collectionsThatWereMissed_makeBothHeapFiguresEstimates() {
        machine.missCollections();
        collector.startBuild();

        assertThat(collector.endBuild(SUCCESS).totals().estimates())
                .extracting(Estimate::value)
                .containsExactly("memory_heap_mb", "memory_peak_mb", "phases.heap_live_mb", "phases.heap_peak_mb");
    }

    @Test
    void allocationOfLiveThreadsAlone_isAnEstimateAndNeverNegative() {
        machine.forgetEndedThreads();
        collector.startBuild();
        machine.work(Duration.ZERO, -30);
        Totals totals = collector.endBuild(SUCCESS).totals();

        assertThat(totals.memory().allocatedMebibytes()).isZero();
        assertThat(totals.estimates())
                .containsExactly(
                        new Estimate("allocated_mb", "sum over live threads"),
                        new Estimate("phases.allocated_mb", "sum over live threads"));
    }

    @Test
    void exactReadings_areNoEstimates() {
        collector.startBuild();

        assertThat(collector.endBuild(SUCCESS).totals().estimates()).isEmpty();
    }

    @Test
    void tenThousandPhases_areAllKept() {
        collector.startBuild();
        try (Phase rendering = collector.phase("rendering")) {
            for (int page = 0; page < 10_000; page++) {
                try (Phase phase = collector.phase("page")) {
                    machine.work(Duration.ofNanos(1000), 0);
                }
            }
        }
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(build.phases()).hasSize(10_001);
        assertThat(phase(build, "rendering").durationMillis()).isCloseTo(10, within(1e-6));
        assertThat(build.totals().time().unattributedMillis()).isCloseTo(0, within(1e-6));
    }

    @Test
    void clockThatStepsBack_neverMakesATimeNegative() {
        collector.startBuild();
        try (Phase phase = collector.phase("discovery")) {
            machine.ticker.advance(Duration.ofSeconds(-5));
        }
        collector.phase("rendering").close();
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(phase(build, "discovery").durationMillis()).isZero();
        assertThat(phase(build, "rendering").startMillis()).isZero();
        assertThat(build.totals().time().wallMillis()).isZero();
        assertThat(build.totals().time().unattributedMillis()).isZero();
    }

    @Test
    void cpuTime_isNeverNegative() {
        Usage start = Usage.now(machine.instruments());
        machine.work(Duration.ofMillis(-2), 0);

        assertThat(Usage.now(machine.instruments()).processCpuMillisSince(start))
                .isZero();
    }

    @Test
    void phase_insideAnotherIsItsChild() {
        collector.startBuild();
        try (Phase outer = collector.phase("rendering");
                Phase inner = collector.phase("pages")) {
            machine.work(Duration.ofMillis(5), 0);
        }
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(build.phases()).extracting(PhaseMetrics::name).containsExactly("rendering", "pages");
        assertThat(phase(build, "pages").parent()).isEqualTo("rendering");
        assertThat(build.totals().time().unattributedMillis()).isZero();
    }

    @Test
    void phase_survivesAnException() {
        collector.startBuild();
        assertThatThrownBy(() -> {
                    try (Phase phase = collector.phase("discovery")) {
                        machine.work(Duration.ofMillis(9), 0);
                        phase.outcome(Outcome.FAILED);
                        throw new IOException("no such folder");
                    }
                })
                .isInstanceOf(IOException.class);
        try (Phase phase = collector.phase("postprocess")) {
            machine.work(Duration.ofMillis(1), 0);
        }
        BuildMetrics build = collector.endBuild(BuildStats.of(Outcome.FAILED));

        assertThat(phase(build, "discovery").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(phase(build, "discovery").durationMillis()).isEqualTo(9);
        assertThat(phase(build, "postprocess").parent()).isNull();
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker")
    void phase_neverClosedEndsWithTheBuildAsInterrupted() {
        collector.startBuild();
        Phase forgotten = collector.phase("rendering");
        machine.work(Duration.ofMillis(30), 0);
        BuildMetrics build = collector.endBuild(SUCCESS);
        forgotten.close();

        assertThat(phase(build, "rendering").outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(phase(build, "rendering").durationMillis()).isEqualTo(30);
    }

    @Test
    void phase_closedTwiceCountsOnce() {
        collector.startBuild();
        Phase phase = collector.phase("discovery");
        machine.work(Duration.ofMillis(10), 0);
        phase.close();
        machine.work(Duration.ofMillis(10), 0);
        phase.close();

        BuildMetrics build = collector.endBuild(SUCCESS);
        assertThat(build.phases()).hasSize(1);
        assertThat(phase(build, "discovery").durationMillis()).isEqualTo(10);
    }

    @Test
    void phases_onSeveralThreadsKeepTheirOwnCpuAndAllocation() throws InterruptedException, ExecutionException {
        collector.startBuild();
        CountDownLatch bothOpen = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Phase rendering = collector.phase("rendering")) {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 1; worker <= 2; worker++) {
                int mebibytes = worker * 10;
                workers.add(threads.submit(() -> {
                    try (Phase phase = rendering.phase("worker " + mebibytes)) {
                        bothOpen.countDown();
                        bothOpen.await();
                        machine.work(Duration.ofMillis(mebibytes), mebibytes);
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            threads.shutdown();
        }
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(phase(build, "worker 10").parent()).isEqualTo("rendering");
        assertThat(phase(build, "worker 10").memory().allocatedMebibytes()).isEqualTo(10);
        assertThat(phase(build, "worker 20").memory().allocatedMebibytes()).isEqualTo(20);
        assertThat(phase(build, "worker 20").cpuMillis()).isEqualTo(20);
        // The phase around them has all that its threads did.
        assertThat(phase(build, "rendering").memory().allocatedMebibytes()).isEqualTo(30);
        assertThat(phase(build, "rendering").cpuMillis()).isEqualTo(30);
    }

    /** As with modules that one thread begins, and whose work others do: the first may end long before the second. */
    @Test
    void topPhase_standsBelowNothingAndLeavesNoTimeUnattributed() {
        collector.startBuild();
        Phase first = collector.topPhase("module.a");
        Phase second = collector.topPhase("module.b");
        machine.work(Duration.ofMillis(100), 0);
        first.close();
        machine.work(Duration.ofMillis(800), 0);
        collector.phase("jar").close();
        second.close();
        machine.work(Duration.ofMillis(20), 0);
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(phase(build, "module.b").parent()).isNull();
        assertThat(phase(build, "jar").parent()).isEqualTo("module.b");
        assertThat(build.totals().time().unattributedMillis()).isEqualTo(20);
    }

    @Test
    void phaseThatAnotherThreadEnded_hasNoChildrenAfterwards() throws InterruptedException {
        collector.startBuild();
        Phase elsewhere = collector.phase("module.a");
        onAnotherThread(elsewhere::close);
        collector.recordItems(5);
        collector.phase("module.b").close();
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(phase(build, "module.b").parent()).isNull();
        assertThat(phase(build, "module.a").itemsProcessed()).isNull();
    }

    @Test
    void phaseThatHasEnded_isNoneBesideALaterOneOfAnotherThread() throws InterruptedException {
        collector.startBuild();
        onAnotherThread(() -> collector.phase("first").close());
        try (Phase second = collector.phase("second")) {
            onAnotherThread(() -> machine.work(Duration.ofMillis(10), 20));
            second.recordItems(1);
        }

        // Nothing else was open, so all that the process did is its own.
        PhaseMetrics second = phase(collector.endBuild(SUCCESS), "second");
        assertThat(second.memory().allocatedMebibytes()).isEqualTo(20);
        assertThat(second.cpuMillis()).isEqualTo(10);
    }

    @Test
    void unattributed_isWhatNoTopPhaseCovers() {
        // 0..10 and 5..30 overlap, 40..50 stands alone: 40 of 60 ms are covered.
        List<PhaseMetrics> phases = List.of(top("a", 0, 10), top("b", 5, 25), top("c", 40, 10));

        assertThat(PhaseLog.unattributed(60, phases)).isCloseTo(20, within(1e-9));
        assertThat(PhaseLog.unattributed(60, List.of())).isNull();
    }

    @Test
    void recordItems_withoutAPhaseCountsForNothing() {
        collector.startBuild();
        collector.recordItems(5);

        assertThat(collector.endBuild(SUCCESS).phases()).isEmpty();
    }

    @Test
    void timingOnly_leavesOutWhatItDoesNotMeasure() {
        try (PerformanceCollector timing = PerformanceCollector.timingOnly(DOCS)) {
            timing.startBuild();
            try (Phase phase = timing.phase("discovery")) {
                phase.recordItems(1);
            }
            BuildMetrics build = timing.endBuild(SUCCESS);

            assertThat(build.totals().time().wallMillis()).isNotNull();
            assertThat(build.totals().time().cpuMillis()).isNull();
            assertThat(build.totals().memory().rssGrowthMebibytes()).isNull();
            assertThat(build.totals().memory().allocatedMebibytes()).isNull();
            assertThat(build.totals().gc().count()).isNull();
            assertThat(phase(build, "discovery").memory().peakMebibytes()).isNull();
        }
    }

    @Test
    void listener_hearsOfEachPhaseWhatTheRecordSays() {
        List<PhaseMetrics> heard = new ArrayList<>();
        collector.onPhaseEnd((phase, depth) -> heard.add(phase));
        collector.startBuild();
        try (Phase outer = collector.phase("rendering");
                Phase inner = collector.phase("pages")) {
            machine.work(Duration.ofMillis(5), 1);
        }
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(heard).containsExactly(phase(build, "pages"), phase(build, "rendering"));
    }

    @Test
    void listener_hearsHowDeepEachPhaseLies() throws Exception {
        Map<String, Integer> depths = new ConcurrentHashMap<>();
        collector.onPhaseEnd((phase, depth) -> depths.put(phase.name(), depth));
        collector.startBuild();
        try (Phase tree = collector.phase("tree");
                Phase branch = collector.phase("branch")) {
            Thread worker = new Thread(() -> {
                try (Phase leaf = branch.phase("leaf")) {
                    collector.phase("bud").close();
                }
                collector.phase("top of its own").close();
            });
            worker.start();
            worker.join();
        }

        assertThat(depths)
                .containsOnly(
                        entry("tree", 0),
                        entry("branch", 1),
                        entry("leaf", 2),
                        entry("bud", 3),
                        entry("top of its own", 0));
    }

    @Test
    void listenerThatFails_costsOneWarning() {
        collector.onPhaseEnd((phase, depth) -> {
            throw new IllegalStateException("no disk");
        });
        collector.startBuild();
        for (int i = 0; i < 3; i++) {
            collector.phase("step").close();
        }

        assertThat(collector.endBuild(SUCCESS).phases()).hasSize(3);
        assertThat(warnings).singleElement().asString().contains("no disk");
    }

    @Test
    void listeners_allHear_whicheverFails() {
        List<String> heard = new ArrayList<>();
        collector.onPhaseEnd((phase, depth) -> {
            throw new IllegalStateException("no disk");
        });
        collector.onPhaseEnd((phase, depth) -> {
            throw new NoClassDefFoundError("replaced meanwhile");
        });
        collector.onPhaseEnd((phase, depth) -> heard.add(phase.name()));
        collector.startBuild();
        collector.phase("step").close();

        assertThat(heard).containsExactly("step");
    }

    @Test
    void workBeside_isTakenOffAndMayFail() throws InterruptedException {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        CompletableFuture<Thread> beside = new CompletableFuture<>();
        long before = OwnThreads.allocatedBytes();
        collector.startBuild();
        collector.beside("fails", () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
            beside.complete(Thread.currentThread());
            throw new StackOverflowError("on purpose, with " + new byte[32 << 20].length);
        });
        beside.join().join();

        assertThat(uncaught).isEmpty();
        assertThat(OwnThreads.allocatedBytes() - before).isGreaterThan(32L << 20);
        assertThat(collector.endBuild(SUCCESS).phases()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void startBuild_twiceIsAMistake() {
        collector.startBuild();
        assertThatThrownBy(collector::startBuild).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void phase_beforeStartBuildIsAMistake() {
        assertThatThrownBy(() -> collector.phase("discovery"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("startBuild");
    }

    @Test
    void save_twiceKeepsOneLine(@TempDir Path folder) throws IOException {
        MetricsDirectory directory = new MetricsDirectory(folder.resolve("metrics"));
        collector.startBuild();
        BuildMetrics build = collector.endBuild(SUCCESS);

        assertThat(collector.save(build, directory)).isTrue();
        assertThat(collector.save(build, directory)).isTrue();
        assertThat(Files.readAllLines(directory.journal().file())).hasSize(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void save_whereNothingCanBeWrittenWarnsOnceAndGoesOn(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("metrics"));
        collector.startBuild();

        assertThat(collector.save(collector.endBuild(SUCCESS), new MetricsDirectory(file)))
                .isFalse();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("was not recorded")
                .contains(file.toString());
    }

    private static void onAnotherThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }

    private static PhaseMetrics phase(BuildMetrics build, String name) {
        return build.phases().stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PhaseMetrics top(String name, double start, double duration) {
        return PhaseMetrics.timed(name, null, start, duration, Outcome.SUCCESS);
    }
}
