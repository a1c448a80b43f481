package dev.bengal.collector;

import dev.bengal.model.Commit;
import dev.bengal.model.Environment;
import dev.bengal.model.Machine;
import dev.bengal.model.Tooling;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks git before a command starts and after it has ended, never meanwhile. What was checked out at the start is what the
 * command worked on; where another commit is checked out at the end, the record counts as one of a changed tree.
 */
final class CommandSurroundings implements Surroundings {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CiContext ci;
    private final String git;
    private final Duration patience;

    private @Nullable TrackedBuild build;
    private Consumer<String> warnings = warning -> {};
    private Machine machine = MachineReader.UNKNOWN;
    private LoadReading loadAtStart = LoadReading.NONE;
    private Optional<Commit> before = Optional.empty();
    private boolean silent;

    CommandSurroundings(CiContext ci) {
        this(ci, "git", PATIENCE);
    }

    CommandSurroundings(CiContext ci, String git, Duration patience) {
        this.ci = ci;
        this.git = git;
        this.patience = patience;
    }

    @Override
    public void start(TrackedBuild trackedBuild, Consumer<String> warningSink) {
        build = trackedBuild;
        warnings = warningSink;
        machine = MachineReader.ofThisMachine().read();
        before = head(trackedBuild);
        loadAtStart = LoadText.now().reading();
    }

    @Override
    public Findings findings() {
        TrackedBuild known = Objects.requireNonNull(build, "start was not called");
        Tooling tooling = new Tooling(null, List.of(), known.tool());
        Environment environment = new Environment(
                Fingerprint.of(machine, tooling),
                machine,
                tooling,
                LoadText.now().reading().since(loadAtStart));
        return new Findings(commit(known), ci.run(), ci.parentBuild(), environment);
    }

    private @Nullable Commit commit(TrackedBuild known) {
        if (before.isEmpty()) {
            return null;
        }
        Commit first = before.get();
        Optional<Commit> after = head(known);
        if (after.isEmpty() || after.get().hash().equals(first.hash())) {
            return first;
        }
        warnings.accept("the commit changed from " + first.shortHash() + " to "
                + after.get().shortHash()
                + " while the command ran; the record names the first one and counts as that of a changed tree");
        return new Commit(first.hash(), first.branch(), first.parents(), true, first.time());
    }

    /** Waits for the answer, and leaves no git behind where it does not come. A git that hung once is not asked again. */
    private Optional<Commit> head(TrackedBuild known) {
        if (silent) {
            return Optional.empty();
        }
        try (GitQuery query = new GitQuery(git)) {
            FutureTask<Optional<Commit>> question =
                    new FutureTask<>(() -> query.head(known.root(), known.generated(), ci.branch()));
            OwnThreads.start("bengal-surroundings", question);
            return question.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            silent = true;
            warnings.accept("git did not answer within " + patience.toMillis() / 1000.0
                    + " s; it is not asked again for this record");
        } catch (ExecutionException e) {
            warnings.accept("git could not be asked: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        // Every git has ended by now.
    }
}
