package dev.bengal.report.build;

import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phases as the extension for Maven records them. */
final class ReactorPhases {
    /** Two threads build four modules, one of which has a name as long as they get. */
    static final List<PhaseMetrics> ON_TWO_THREADS = Stream.of(
                    module("api", "builder-0", 0, 500),
                    module("a-catalog-with-a-very-long-name", "builder-0", 500, 900),
                    module("basket", "builder-1", 500, 400),
                    module("web", "builder-1", 1400, 600))
            .flatMap(List::stream)
            .toList();

    private ReactorPhases() {}

    /** The same with all that is measured of a phase; what is within a module has no memory of its own beside others. */
    static List<PhaseMetrics> measured() {
        return ON_TWO_THREADS.stream()
                .map(phase -> new PhaseMetrics(
                        phase.name(),
                        phase.parent(),
                        phase.thread(),
                        phase.startMillis(),
                        phase.durationMillis(),
                        phase.durationMillis() * 0.7,
                        phase.name().contains(".phase.")
                                ? PhaseMemory.UNKNOWN
                                : new PhaseMemory(12.5, 230.25, null, null, phase.durationMillis() / 20),
                        GcActivity.UNKNOWN,
                        IoVolume.UNKNOWN,
                        phase.name().endsWith(":test") ? 14L : null,
                        phase.name().contains("web") && phase.name().endsWith("test")
                                ? Outcome.FAILED
                                : Outcome.SUCCESS))
                .toList();
    }

    static PhaseMetrics below(@Nullable String parent, String name, String thread, double start, double millis) {
        return new PhaseMetrics(
                name,
                parent,
                thread,
                start,
                millis,
                null,
                PhaseMemory.UNKNOWN,
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                null,
                Outcome.SUCCESS);
    }

    private static List<PhaseMetrics> module(String name, String thread, double start, double millis) {
        String module = "module." + name;
        return List.of(
                below(null, module, thread, start, millis),
                below(module, module + ".phase.compile", thread, start, millis * 0.6),
                below(module + ".phase.compile", module + ".mojo.compiler:compile", thread, start, millis * 0.6),
                below(module, module + ".phase.test", thread, start + millis * 0.6, millis * 0.4),
                below(
                        module + ".phase.test",
                        module + ".mojo.surefire:test",
                        thread,
                        start + millis * 0.6,
                        millis * 0.3),
                below(
                        module + ".phase.test",
                        module + ".mojo.jacoco:report",
                        thread,
                        start + millis * 0.9,
                        millis * 0.1));
    }
}
