package dev.bengal.maven;

import dev.bengal.collector.Instruments;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import org.apache.maven.eventspy.AbstractEventSpy;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.eclipse.aether.RepositoryEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Maven loads and tells of all that happens. The outermost edge: whatever fails within costs one warning and the
 * record of this build.
 */
public final class BengalSpy extends AbstractEventSpy {
    private static final Logger LOGGER = LoggerFactory.getLogger("dev.bengal");

    private @Nullable FutureTask<Instruments> preparation;
    private @Nullable MavenExecutionRequest known;
    private boolean warned;
    private volatile @Nullable RecordedBuild running;

    /** Made by Maven. */
    public BengalSpy() {}

    // What may fail is caught here and there, not in one place that is handed the work: each lambda is a class made at
    // run time.
    @Override
    public void init(Context context) {
        try {
            if (!(context.getData().get("userProperties") instanceof Properties user
                    && Switches.of(user).skip())) {
                prepare();
            }
        } catch (Exception | LinkageError e) {
            giveUp(e);
        }
    }

    private synchronized void prepare() {
        if (preparation == null) {
            FutureTask<Instruments> task = new FutureTask<>(new Preparation());
            preparation = task;
            Thread thread = new Thread(task, "bengal-preparation");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void onEvent(Object event) {
        try {
            if (event instanceof MavenExecutionRequest request) {
                begin(request);
            } else {
                tell(running, event);
            }
        } catch (Exception | LinkageError e) {
            giveUp(e);
        }
    }

    private void tell(@Nullable RecordedBuild build, Object event) {
        if (build == null) {
            return;
        }
        if (event instanceof ExecutionEvent execution) {
            build.happened(execution);
        } else if (event instanceof RepositoryEvent repository) {
            build.downloads().happened(repository);
        } else if (event instanceof MavenExecutionResult result) {
            end(build, result.hasExceptions());
        }
    }

    private void end(RecordedBuild build, boolean failed) {
        build.end(failed);
        running = null;
    }

    /** Where no result came, Maven itself has failed. */
    @Override
    public void close() {
        known = null;
        try {
            RecordedBuild build = running;
            if (build != null) {
                end(build, true);
            }
        } catch (Exception | LinkageError e) {
            giveUp(e);
        }
    }

    /** Maven may tell of one request twice, and of one build to two of these where it was given the jar twice. */
    private synchronized void begin(MavenExecutionRequest request) throws Exception {
        if (request == known || request.getPom() == null) {
            return;
        }
        known = request;
        warned = false;
        Switches switches = Switches.of(request.getUserProperties());
        if (switches.skip()) {
            return;
        }
        boolean mine = SoleRecorder.claims(request);
        if (switches.probe()) {
            LOGGER.info("Bengal probe: {} {}", mine ? "active from" : "stands back,", ownJar());
        }
        if (!mine) {
            return;
        }
        prepare();
        Instruments ready = Objects.requireNonNull(preparation).get();
        preparation = null;
        running = RecordedBuild.start(request, BuildFacts.of(request, FirstBuild.take()), switches, ready, LOGGER);
    }

    private static String ownJar() throws URISyntaxException {
        CodeSource source = BengalSpy.class.getProtectionDomain().getCodeSource();
        return source == null
                ? "an unknown place"
                : Path.of(source.getLocation().toURI()).toString();
    }

    /** One warning a build, however many threads fail. */
    private synchronized void giveUp(Throwable reason) {
        RecordedBuild failed = running;
        running = null;
        if (!warned) {
            warned = true;
            LOGGER.warn("Bengal does not record this build: {}", String.valueOf(reason));
        }
        if (failed != null) {
            failed.close();
        }
    }
}
