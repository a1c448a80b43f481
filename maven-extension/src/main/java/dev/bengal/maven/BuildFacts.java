package dev.bengal.maven;

import dev.bengal.model.Measurement;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * What Maven itself says of a build.
 *
 * @param concurrent whether Maven 4 builds by {@code -b concurrent}: it begins all modules at first, so that how long one is open says
 *     nothing of how much there is to do
 * @param launcherMillis from the start of the JVM until the build was asked for; empty where somebody else than this build waited for that,
 *     as in a daemon
 */
record BuildFacts(
        String mavenVersion, int threads, boolean concurrent, boolean offline, OptionalDouble launcherMillis) {
    /** @param first whether the JVM was started for this build */
    static BuildFacts of(MavenExecutionRequest request, boolean first) {
        return new BuildFacts(
                request.getSystemProperties().getProperty("maven.version", "of unknown version"),
                Math.max(1, request.getDegreeOfConcurrency()),
                "concurrent".equals(request.getBuilderId()),
                request.isOffline(),
                first ? launcher() : OptionalDouble.empty());
    }

    private static OptionalDouble launcher() {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        return OptionalDouble.of((double) Math.max(0, System.currentTimeMillis() - started));
    }

    List<Measurement> measurements(int modules) {
        List<Measurement> facts = new ArrayList<>();
        if (launcherMillis.isPresent()) {
            facts.add(MavenMetric.LAUNCHER.measured(launcherMillis.getAsDouble(), "the JVM's start time"));
        }
        facts.add(MavenMetric.THREADS.measured(threads, null));
        facts.add(MavenMetric.OFFLINE.measured(offline ? 1 : 0, null));
        facts.add(MavenMetric.MODULES.measured(modules, null));
        return facts;
    }
}
