package dev.bengal.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes through the real launcher, which finds the extension by itself, and keeps how they ended. */
final class Launch {
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<List<Class<?>>> plans = new ArrayList<>();

    /** How each test and container ended, by its display name; the message where it failed. */
    final Map<String, String> results = new ConcurrentHashMap<>();

    final List<String> entries = new ArrayList<>();

    /** Records nothing unless told otherwise, wherever the tests of this module are run. */
    Launch() {
        with("bengal.junit.enabled", "false");
    }

    Launch recordingIn(Path folder) {
        return with("bengal.junit.enabled", "true")
                .with("bengal.junit.metrics-dir", folder.toString())
                .with("bengal.junit.project", "shop")
                .with("bengal.junit.scenario", "junit");
    }

    Launch with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    /** Adds a test plan of these classes to the session. */
    Launch plan(Class<?>... classes) {
        plans.add(List.of(classes));
        return this;
    }

    Launch run() {
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (List<Class<?>> classes : plans) {
                session.getLauncher()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(classes.stream()
                                                .map(type -> selectClass(type))
                                                .toList())
                                        .configurationParameters(parameters)
                                        .build(),
                                new Results());
            }
        }
        return this;
    }

    /** Runs these classes as one plan. */
    Launch run(Class<?>... classes) {
        return plan(classes).run();
    }

    static String[] names(Class<?>... classes) {
        return Arrays.stream(classes).map(Class::getName).toArray(String[]::new);
    }

    private final class Results implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            results.put(
                    test.getDisplayName(),
                    result.getThrowable()
                            .map(failure -> result.getStatus() + " " + failure.getMessage())
                            .orElse(result.getStatus().toString()));
        }

        @Override
        public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entries.add(entry.getKeyValuePairs().toString());
        }
    }
}
