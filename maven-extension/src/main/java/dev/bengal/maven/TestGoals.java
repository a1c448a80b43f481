package dev.bengal.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Collects the tests of the goals that run any. */
final class TestGoals {
    private final Map<MojoExecution, Instant> started = new ConcurrentHashMap<>();
    private final RanTests tests;

    TestGoals(RanTests tests) {
        this.tests = tests;
    }

    void started(MojoExecution mojo) {
        started.put(mojo, Instant.now());
    }

    /** How many tests the goal ran; empty where it is none that runs tests, or where its reports cannot be read. */
    Optional<Long> ended(MavenProject module, MojoExecution mojo) {
        Instant since = started.remove(mojo);
        Optional<Path> folder = ReportFolder.of(module, mojo);
        if (since == null || folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<TestCase> found = TestReports.in(folder.get(), since);
            tests.add(found);
            return Optional.of(found.stream()
                    .filter(test -> test.ending() != TestCase.Ending.SKIPPED)
                    .count());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
