package dev.bengal.junit;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Hands what happens in a session to the recorded run, if there is one; the first failure costs one warning and the record. */
final class TestRunListener implements TestExecutionListener {
    private boolean asked;
    private volatile @Nullable RecordedRun run;

    /** The first plan of a session decides whether it is recorded. */
    @Override
    public synchronized void testPlanExecutionStarted(TestPlan plan) {
        if (!asked) {
            asked = true;
            run = Warnings.guarded("this run of the tests is not recorded", () -> RecordedRun.start(plan))
                    .flatMap(started -> started)
                    .orElse(null);
        }
        tell(open -> open.plan(plan));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        tell(open -> open.started(test));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        tell(open -> open.skipped(test));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        tell(open -> open.finished(test, result.getStatus()));
    }

    void sessionClosed() {
        tell(RecordedRun::save);
        end();
    }

    private void tell(Consumer<RecordedRun> event) {
        RecordedRun open = run;
        if (open != null) {
            Optional<Boolean> done = Warnings.guarded("this run of the tests is not recorded", () -> {
                event.accept(open);
                return true;
            });
            if (done.isEmpty()) {
                end();
            }
        }
    }

    private void end() {
        RecordedRun open = run;
        run = null;
        if (open != null) {
            open.close();
        }
    }
}
