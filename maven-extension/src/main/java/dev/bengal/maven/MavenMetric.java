package dev.bengal.maven;

import dev.bengal.model.Direction;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is measured of a build by Maven beyond totals and phases. */
enum MavenMetric {
    /** From the start of the JVM until the build was asked for. */
    LAUNCHER("maven.launcher_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY),
    /** Threads that build modules. */
    THREADS("maven.threads", Unit.COUNT, Direction.NONE, NoiseClass.EXACT),
    /** 1 for {@code -o}. */
    OFFLINE("maven.offline", Unit.NONE, Direction.NONE, NoiseClass.EXACT),
    /** Modules that were to be built. */
    MODULES("maven.modules", Unit.COUNT, Direction.NONE, NoiseClass.EXACT),
    /** Time in which artifacts or metadata were looked for, downloads included. */
    RESOLUTION("resolution.duration_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY),
    /** Artifacts that were fetched. */
    DOWNLOADS("downloads.count", Unit.COUNT, Direction.NONE, NoiseClass.EXACT),
    /** Time in which something was being fetched. */
    DOWNLOAD_TIME("downloads.duration_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY),
    /** The size of those artifacts. */
    DOWNLOADED("downloads.size_mb", Unit.MEBIBYTES, Direction.NONE, NoiseClass.EXACT),
    /** The longest chain of modules that wait for each other. */
    CRITICAL_PATH("reactor.critical_path_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY),
    /** What the threads together had nothing to do, from the first module's start to the last one's end. */
    IDLE("reactor.idle_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY),
    /** Tests that ran, the failed ones included. */
    TESTS("tests.run", Unit.COUNT, Direction.NONE, NoiseClass.EXACT),
    /** Tests that failed. */
    FAILED("tests.failed", Unit.COUNT, Direction.LOWER, NoiseClass.EXACT),
    /** Tests that were skipped. */
    SKIPPED("tests.skipped", Unit.COUNT, Direction.NONE, NoiseClass.EXACT);

    private final Metric metric;

    MavenMetric(String name, Unit unit, Direction direction, NoiseClass noise) {
        metric = new Metric(name, unit, direction, noise);
    }

    Measurement measured(double value, @Nullable String source) {
        return new Measurement(metric, value, List.of(), source, true);
    }

    Measurement estimated(double value, String source) {
        return new Measurement(metric, value, List.of(), source, false);
    }
}
