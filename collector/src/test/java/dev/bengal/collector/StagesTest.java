package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Estimate;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StagesTest {
    private final ManualMachine machine = new ManualMachine();
    private final PerformanceCollector collector = new PerformanceCollector(
            new TrackedBuild("docs", Scenario.SITE_FULL, Path.of("."), List.of(), "mysite 1.4"),
            machine.instruments(),
            Surroundings.unknown(),
            warning -> {});

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void stages_sumUpWhatEachPieceTook() {
        collector.startBuild();
        machine.work(Duration.ofMillis(7), 0);
        try (Phase pages = collector.phase("pages");
                Stages stages = pages.stages("parse", "write", "never");
                Stages.Worker worker = stages.worker()) {
            for (int i = 0; i < 3; i++) {
                worker.enter("parse");
                machine.work(Duration.ofMillis(10), 2);
                worker.enter("write");
                machine.work(Duration.ofMillis(5), 1);
                worker.leave();
                machine.work(Duration.ofMillis(100), 50);
            }
        }

        List<PhaseMetrics> phases = end();
        assertThat(phases).extracting(PhaseMetrics::name).containsExactly("pages", "parse", "write");
        PhaseMetrics parse = phases.get(1);
        assertThat(parse.parent()).isEqualTo("pages");
        assertThat(parse.startMillis()).isEqualTo(7);
        assertThat(parse.durationMillis()).isEqualTo(30);
        assertThat(parse.cpuMillis()).isEqualTo(30);
        assertThat(parse.memory().allocatedMebibytes()).isEqualTo(6);
        assertThat(parse.itemsProcessed()).isEqualTo(3);
        assertThat(parse.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(phases.get(2).durationMillis()).isEqualTo(15);
    }

    @Test
    void stages_ofTwoThreadsAddUpToThePhase() throws Exception {
        collector.startBuild();
        try (Phase pages = collector.phase("pages");
                Stages stages = pages.stages("parse")) {
            // One after the other, since the clock of the test is one for both: 40 ms and 20 ms of work.
            onThread(stages, 40, 4);
            onThread(stages, 20, 1);
        }

        PhaseMetrics parse = end().get(1);
        assertThat(parse.cpuMillis()).isEqualTo(60);
        assertThat(parse.memory().allocatedMebibytes()).isEqualTo(5);
        assertThat(parse.itemsProcessed()).isEqualTo(2);
        assertThat(parse.durationMillis()).isEqualTo(30);
    }

    @Test
    void stages_areInterruptedWithTheBuild() {
        collector.startBuild();
        Stages stages = collector.phase("pages").stages("parse");
        try (Stages.Worker worker = stages.worker()) {
            worker.enter("parse");
        }

        assertThat(end().get(1).outcome()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void stages_areToldToTheListenerOnceAndAsChildren() {
        List<String> told = new ArrayList<>();
        collector.onPhaseEnd((phase, depth) -> told.add(phase.name() + " " + depth));
        collector.startBuild();
        try (Phase pages = collector.phase("pages");
                Stages stages = pages.stages("parse");
                Stages.Worker worker = stages.worker()) {
            worker.enter("parse");
        }
        end();

        assertThat(told).containsExactly("parse 1", "pages 0");
    }

    @Test
    void stages_refuseUnknownOne() {
        collector.startBuild();
        Stages.Worker worker = collector.phase("pages").stages("parse").worker();

        assertThatThrownBy(() -> worker.enter("bake")).hasMessage("there is no stage 'bake'");
    }

    @Test
    void stages_ofManyItems_scaleTheCpuTimeThatWasReadOfSome() {
        collector.startBuild();
        int before = machine.cpuReadings();
        try (Phase pages = collector.phase("pages");
                Stages stages = pages.stages("parse", "rare");
                Stages.Worker worker = stages.worker()) {
            for (int i = 0; i < 256 + 7 * 100; i++) {
                worker.enter("parse");
                machine.work(Duration.ofMillis(2), 1);
                machine.ticker.advance(Duration.ofMillis(1));
                if (i == 300) {
                    worker.enter("rare");
                    machine.work(Duration.ofMillis(5), 1);
                }
                worker.leave();
            }
        }
        int readings = machine.cpuReadings() - before;

        BuildMetrics build = collector.endBuild(BuildStats.of(Outcome.SUCCESS));
        PhaseMetrics parse = build.phases().get(1);
        assertThat(parse.durationMillis()).isEqualTo(3 * 956);
        assertThat(parse.cpuMillis()).isEqualTo(2 * 956);
        assertThat(parse.memory().allocatedMebibytes()).isEqualTo(956);
        assertThat(build.phases().get(2).cpuMillis()).isEqualTo(5);
        // Two of an item that is read, and those of the phase itself.
        assertThat(readings).isBetween(2 * 356, 2 * 356 + 10);
        assertThat(build.totals().estimates())
                .containsExactly(new Estimate("phases.cpu_ms", "of stages with many items, read of every 7th"));
    }

    @Test
    void stages_ofFewItems_areExact() {
        collector.startBuild();
        try (Phase pages = collector.phase("pages");
                Stages stages = pages.stages("parse");
                Stages.Worker worker = stages.worker()) {
            for (int i = 0; i < 256; i++) {
                worker.enter("parse");
                machine.work(Duration.ofMillis(i), 1);
            }
        }

        BuildMetrics build = collector.endBuild(BuildStats.of(Outcome.SUCCESS));
        assertThat(build.phases().get(1).cpuMillis()).isEqualTo(255 * 128);
        assertThat(build.totals().estimates()).isEmpty();
    }

    private void onThread(Stages stages, long millis, long mebibytes) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try (Stages.Worker worker = stages.worker()) {
                worker.enter("parse");
                machine.work(Duration.ofMillis(millis), mebibytes);
            }
        });
        thread.start();
        thread.join();
    }

    private List<PhaseMetrics> end() {
        return collector.endBuild(BuildStats.of(Outcome.SUCCESS)).phases();
    }
}
