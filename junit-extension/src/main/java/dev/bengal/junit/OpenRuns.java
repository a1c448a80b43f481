package dev.bengal.junit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The runs that are being recorded in this JVM: usually one, but a test may itself run tests. The JUnit Platform makes
 * listener and extension apart from each other; here the extension finds the run that its test belongs to.
 */
final class OpenRuns {
    private static final List<RecordedRun> RUNS = new CopyOnWriteArrayList<>();

    private OpenRuns() {}

    static void add(RecordedRun run) {
        RUNS.add(run);
    }

    static void remove(RecordedRun run) {
        RUNS.remove(run);
    }

    /** The run in which this test is running now. */
    static Optional<RecordedRun> executing(String uniqueId) {
        return RUNS.stream().filter(run -> run.isExecuting(uniqueId)).findFirst();
    }
}
