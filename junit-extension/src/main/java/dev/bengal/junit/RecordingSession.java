package dev.bengal.junit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Records all that the tests of one launcher session take as one build. The JUnit Platform finds it by itself.
 *
 * <p>A session rather than a test plan, since a fork of Surefire gets its test classes one by one and runs each as a plan of
 * its own.
 */
public final class RecordingSession implements LauncherSessionListener {
    private final TestRunListener listener = new TestRunListener();

    /** For the service loader. */
    public RecordingSession() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(listener);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        listener.sessionClosed();
    }
}
