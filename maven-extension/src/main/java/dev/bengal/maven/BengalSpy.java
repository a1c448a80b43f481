package dev.bengal.maven;

import dev.bengal.collector.Instruments;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
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

    private @Nullable FutureTask<Instruments> instruments;
    private @Nullable MavenExecutionRequest known;
    private boolean warned;
    private volatile @Nullable RecordedBuild running;

    /** Made by Maven. */
    public BengalSpy() {}

    @Override
    public void init(Context context) {
        guarded(() -> {
            if (!(context.getData().get("userProperties") instanceof Properties user
                    && Switches.of(user).skip())) {
                prepare();
            }
        });
    }

    /** The management beans take a while to load, which nobody needs to wait for. */
    private synchronized void prepare() {
        if (instruments == null) {
            FutureTask<Instruments> task = new FutureTask<>(Instruments::ofThisJvm);
            instruments = task;
            Thread thread = new Thread(task, "bengal-instruments");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void onEvent(Object event) {
        if (event instanceof MavenExecutionRequest request) {
            guarded(() -> begin(request));
        } else if (event instanceof ExecutionEvent execution) {
            tell(build -> build.happened(execution));
        } else if (event instanceof RepositoryEvent repository) {
            tell(build -> build.downloads().happened(repository));
        } else if (event instanceof MavenExecutionResult result) {
            tell(build -> build.end(result.hasExceptions()));
            running = null;
        }
    }

    /** Where no result came, Maven itself has failed. */
    @Override
    public void close() {
        tell(build -> build.end(true));
        running = null;
        known = null;
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
        Instruments ready = Objects.requireNonNull(instruments).get();
        instruments = null;
        running = RecordedBuild.start(request, switches, ready, LOGGER);
    }

    private static String ownJar() throws URISyntaxException {
        CodeSource source = BengalSpy.class.getProtectionDomain().getCodeSource();
        return source == null
                ? "an unknown place"
                : Path.of(source.getLocation().toURI()).toString();
    }

    private void tell(Consumer<RecordedBuild> event) {
        RecordedBuild build = running;
        if (build != null) {
            guarded(() -> event.accept(build));
        }
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (Exception | LinkageError e) {
            giveUp(e);
        }
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

    /** What may fail. */
    private interface Work {
        void run() throws Exception;
    }
}
