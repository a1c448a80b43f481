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
 * What Maven loads and tells of all that happens. The outermost edge: whatever fails within costs one warning, and what could not
 * be recorded. The rest of the record is saved.
 */
public final class BengalSpy extends AbstractEventSpy {
    private static final Logger LOGGER = LoggerFactory.getLogger("dev.bengal");
    private static final String NOT_RECORDED = "Bengal does not record this build: {}";

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
            warn(NOT_RECORDED, e);
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
        if (event instanceof MavenExecutionRequest request) {
            begin(request);
        } else if (event instanceof MavenExecutionResult result) {
            end(result);
        } else {
            tell(event);
        }
    }

    private void tell(Object event) {
        RecordedBuild build = running;
        if (build == null) {
            return;
        }
        try {
            if (event instanceof ExecutionEvent execution) {
                build.happened(execution);
            } else if (event instanceof RepositoryEvent repository) {
                build.downloads().happened(repository);
            }
        } catch (Exception | LinkageError e) {
            build.missed();
            warn("Bengal does not record all of this build: {}", e);
        }
    }

    /** @param result null where none came: then Maven itself has failed */
    private void end(@Nullable MavenExecutionResult result) {
        RecordedBuild ending = running;
        running = null;
        if (ending == null) {
            return;
        }
        try (RecordedBuild build = ending) {
            build.end(result == null || result.hasExceptions());
        } catch (Exception | LinkageError e) {
            warn(NOT_RECORDED, e);
        }
    }

    @Override
    public void close() {
        known = null;
        end(null);
    }

    /** Maven may tell of one request twice, and of one build to two of these where it was given the jar twice. */
    private synchronized void begin(MavenExecutionRequest request) {
        if (request == known || request.getPom() == null) {
            return;
        }
        known = request;
        warned = false;
        try {
            start(request);
        } catch (Exception | LinkageError e) {
            warn(NOT_RECORDED, e);
        }
    }

    private void start(MavenExecutionRequest request) throws Exception {
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

    /** One a build, however much fails in however many threads. */
    private synchronized void warn(String words, Throwable reason) {
        if (!warned) {
            warned = true;
            LOGGER.warn(words, String.valueOf(reason));
        }
    }
}
