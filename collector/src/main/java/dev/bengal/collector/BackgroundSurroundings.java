package dev.bengal.collector;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.bengal.model.Commit;
import dev.bengal.model.Environment;
import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.Tooling;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks git and the machine on a daemon thread, so that the build does not wait: git costs some tens of milliseconds, most
 * of them for starting the first process of a JVM.
 */
final class BackgroundSurroundings implements Surroundings {
    /** Counted from the start of the build, which has usually taken longer itself by the time somebody waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CiContext ci;
    private final GitQuery git;
    private final Duration patience;

    private @Nullable TrackedBuild build;
    private @Nullable FutureTask<Optional<Commit>> commit;
    private @Nullable FutureTask<Optional<Place>> place;
    private @Nullable Consumer<String> warnings;
    private long deadline;

    BackgroundSurroundings(CiContext ci) {
        this(ci, new GitQuery("git"), PATIENCE);
    }

    BackgroundSurroundings(CiContext ci, GitQuery git, Duration patience) {
        this.ci = ci;
        this.git = git;
        this.patience = patience;
    }

    @Override
    public void start(TrackedBuild trackedBuild, Consumer<String> warningSink) {
        build = trackedBuild;
        warnings = warningSink;
        deadline = System.nanoTime() + patience.toNanos();
        LoadText loadAtStart = LoadText.now();
        FutureTask<Optional<Place>> placeTask = new FutureTask<>(new PlaceQuestion(trackedBuild, loadAtStart));
        FutureTask<Optional<Commit>> commitTask = new FutureTask<>(new CommitQuestion(git, trackedBuild, ci.branch()));
        place = placeTask;
        commit = commitTask;
        OwnThreads.start("bengal-surroundings", new Search(commitTask, placeTask));
    }

    @Override
    public Findings findings() {
        TrackedBuild known = Objects.requireNonNull(build, "start was not called");
        Commit head = answer(commit, Optional.<Commit>empty(), "git").orElse(null);
        Place here = here(known);
        MachineLoad load = LoadText.now().reading().since(here.loadAtStart());
        Environment environment = new Environment(here.fingerprint(), here.machine(), here.tooling(), load);
        return new Findings(head, ci.run(), ci.parentBuild(), environment);
    }

    private Place here(TrackedBuild known) {
        Optional<Place> found = place();
        return found.isPresent() ? found.get() : Place.unknown(known);
    }

    private Optional<Place> place() {
        FutureTask<Optional<Place>> question = place;
        if (question != null) {
            // Where the other thread still waits for git, it is read here; otherwise this does nothing.
            question.run();
        }
        return answer(question, Optional.empty(), "the machine");
    }

    private <T> T answer(@Nullable FutureTask<T> question, T unknown, String who) {
        if (question == null) {
            return unknown;
        }
        try {
            return question.get(Math.max(0, deadline - System.nanoTime()), NANOSECONDS);
        } catch (TimeoutException e) {
            warn(who + " did not answer within " + patience.toMillis() / 1000.0 + " s; the record goes without it");
        } catch (ExecutionException e) {
            warn(who + " could not be asked: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return unknown;
    }

    private void warn(String sentence) {
        Consumer<String> sink = warnings;
        if (sink != null) {
            sink.accept(sentence);
        }
    }

    @Override
    public void close() {
        git.close();
    }

    // Three small classes that could be lambdas: those would be made at run time, by the thread that the build waits
    // for.

    private record PlaceQuestion(TrackedBuild build, LoadText loadAtStart) implements Callable<Optional<Place>> {
        @Override
        public Optional<Place> call() {
            return Optional.of(Place.of(build, loadAtStart));
        }
    }

    private record CommitQuestion(
            GitQuery git, TrackedBuild build, @Nullable String branchOfCi) implements Callable<Optional<Commit>> {
        @Override
        public Optional<Commit> call() throws IOException {
            return git.head(build.root(), build.generated(), branchOfCi);
        }
    }

    private record Search(Runnable commit, Runnable place) implements Runnable {
        @Override
        public void run() {
            commit.run();
            place.run();
        }
    }

    /** Where the build runs, and in which JVM; found out beside it, since most of that is code that runs for the first time. */
    private record Place(Machine machine, Tooling tooling, String fingerprint, LoadReading loadAtStart) {
        static Place of(TrackedBuild build, LoadText loadAtStart) {
            return new Place(
                    MachineReader.ofThisMachine().read(), JvmTooling.ofThisJvm(build.tool()), loadAtStart.reading());
        }

        static Place unknown(TrackedBuild build) {
            return new Place(MachineReader.UNKNOWN, JvmTooling.ofThisJvm(build.tool()), LoadReading.NONE);
        }

        private Place(Machine machine, Tooling tooling, LoadReading loadAtStart) {
            this(machine, tooling, Fingerprint.of(machine, tooling), loadAtStart);
        }
    }
}
