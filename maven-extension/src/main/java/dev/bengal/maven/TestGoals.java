package dev.bengal.maven;

import dev.bengal.maven.TestReports.Found;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Collects the tests of the goals that run any. */
final class TestGoals {
    private static final long MOST_BYTES = 64L << 20;

    private final TestReports reports = new TestReports(MOST_BYTES);
    private final Map<MojoExecution, Instant> started = new ConcurrentHashMap<>();
    private final RanTests tests;

    TestGoals(RanTests tests) {
        this.tests = tests;
    }

    void started(MojoExecution mojo) {
        started.put(mojo, Instant.now());
    }

    /** How many tests the goal ran; null where it is none that runs tests, or where not all of its reports could be read. */
    @Nullable
    Long ended(MavenProject module, MojoExecution mojo) {
        Instant since = started.remove(mojo);
        Optional<Path> folder = ReportFolder.of(module, mojo);
        if (since == null || folder.isEmpty()) {
            return null;
        }
        Found found = reports.in(folder.get(), since);
        tests.add(found);
        long ran = 0;
        for (TestCase test : found.tests()) {
            ran += test.ending() == TestCase.Ending.SKIPPED ? 0 : 1;
        }
        return found.complete() ? ran : null;
    }
}
