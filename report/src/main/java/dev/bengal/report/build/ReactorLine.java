package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what more threads could save of a build of several modules: the time from the first module's start to the last one's end, less the
 * longest chain of modules that need each other. It is the most that any number of threads can save, and only where each module would
 * take as long beside others as it took now.
 */
final class ReactorLine {
    private static final String MODULE = "module.";
    /** What would be written as 0 %. */
    private static final double NOTHING_PERCENT = 0.5;

    private ReactorLine() {}

    /** Writes it; for a build without a reactor, nothing. */
    static void render(BuildMetrics build, Appendable out) throws IOException {
        List<PhaseMetrics> modules = build.phases().stream()
                .filter(phase -> phase.name().startsWith(MODULE)
                        && !phase.name().contains(".mojo.")
                        && !phase.name().contains(".phase.")
                        && phase.startMillis() != null)
                .toList();
        Optional<Measurement> chain = find(build, "reactor.critical_path_ms");
        if (modules.size() < 2 || chain.isEmpty()) {
            return;
        }
        double first = modules.stream().mapToDouble(ReactorLine::start).min().orElseThrow();
        double last = modules.stream()
                .mapToDouble(module -> start(module) + module.durationMillis())
                .max()
                .orElseThrow();
        double whole = last - first;
        double saved = Math.max(0, whole - chain.get().value());
        out.append(modules.size() + " modules in " + Figures.seconds(whole) + "; the longest chain of them takes ")
                .append(Figures.seconds(chain.get().value()))
                .append(
                        chain.get().source() == null
                                ? ""
                                : " (" + Label.printable(chain.get().source()) + ")")
                .append(gain(saved, whole))
                .append(find(build, "reactor.idle_ms")
                        .map(idle ->
                                "; those at work had nothing to do for " + Figures.seconds(idle.value()) + " in all")
                        .orElse(""))
                .append(".\n");
    }

    private static String gain(double saved, double whole) {
        double share = whole <= 0 ? 0 : 100 * saved / whole;
        return share < NOTHING_PERCENT
                ? ". More threads would save nothing"
                : ". More threads could save " + Figures.seconds(saved) + " (" + Figures.share(share) + ") at most";
    }

    private static double start(PhaseMetrics module) {
        return Objects.requireNonNull(module.startMillis());
    }

    private static Optional<Measurement> find(BuildMetrics build, String name) {
        return build.measurements().stream()
                .filter(one -> one.metric().name().equals(name))
                .findFirst();
    }
}
