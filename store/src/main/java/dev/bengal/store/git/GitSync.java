package dev.bengal.store.git;

import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Pause;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.SharedStoreException;
import dev.bengal.store.upkeep.Union;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a history on a branch of a git repository: what is there comes here, what is here and not there goes there. Any number of machines
 * may do so at once: a push only succeeds where the branch is as it was read, and else all begins again after a pause.
 */
public final class GitSync {
    private static final int ATTEMPTS = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Journal journal;
    private final Path folder;
    private final String program;
    private final Pause pause;
    private final RandomGenerator random;
    private final Settings settings;

    /**
     * How the branch is kept.
     *
     * @param full how many bytes a part of a month holds
     * @param longest how many commits the branch may have before it begins anew
     */
    record Settings(long full, int longest) {
        static final Settings USUAL = new Settings(ShardWriter.FULL, 500);
    }

    /**
     * A sync of one history.
     *
     * @param folder in the repository
     * @param random spreads the pauses of jobs that ran into each other
     */
    public GitSync(Journal journal, Path folder, Pause pause, RandomGenerator random) {
        this(journal, folder, "git", pause, random, Settings.USUAL);
    }

    GitSync(Journal journal, Path folder, String program, Pause pause, RandomGenerator random, Settings settings) {
        this.journal = journal;
        this.folder = folder;
        this.program = program;
        this.pause = pause;
        this.random = random;
        this.settings = settings;
    }

    /**
     * What came of it.
     *
     * @param name of the branch, fit to be shown
     * @param wasThere whether there was such a branch before
     * @param broughtBuilds that came here
     * @param broughtEvents that came here
     * @param sent lines that went there
     * @param sentEvents the ids of those of them that are events; another history may have brought an event of the same id before
     * @param removed builds that were pruned, and are not on the branch any more
     * @param findings what is wrong with the history here; such lines were not sent
     */
    public record Result(
            String name,
            boolean wasThere,
            long broughtBuilds,
            long broughtEvents,
            long sent,
            Set<String> sentEvents,
            long removed,
            List<Finding> findings) {
        public Result {
            sentEvents = Set.copyOf(sentEvents);
            findings = List.copyOf(findings);
        }
    }

    /** Which way lines go. */
    public enum Direction {
        /** Both ways. */
        BOTH,
        /** Only here, as where the branch may not be written. */
        FETCH
    }

    /**
     * Does it.
     *
     * @param remote the name of a remote, or an address
     * @param branch its name
     * @throws SharedStoreException where it cannot be done; what was brought in stays, and the branch is as it was
     * @throws JournalException where the history here cannot be read or written
     */
    public Result run(String remote, String branch, Direction direction) {
        RemoteBranch there = new RemoteBranch(remote, branch);
        try {
            Path scratch = Files.createTempDirectory("bengal-sync");
            try {
                GitCommand git = new GitCommand(program, folder, scratch);
                RemoteBranch.requireRepository(git, folder);
                return new Run(git, there, direction, scratch).untilDone();
            } finally {
                delete(scratch);
            }
        } catch (IOException | UncheckedIOException e) {
            throw SharedStoreException.refused(
                    "What is needed to sync with " + there.name() + " cannot be written here: "
                            + JournalException.reason(e) + ".",
                    e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** One sync, as often as it takes. */
    private final class Run {
        private final GitCommand git;
        private final RemoteBranch branch;
        private final Direction direction;
        private final Path scratch;
        private final Set<String> broughtIn = new HashSet<>();
        private long builds;
        private long events;

        Run(GitCommand git, RemoteBranch branch, Direction direction, Path scratch) {
            this.git = git;
            this.branch = branch;
            this.direction = direction;
            this.scratch = scratch;
        }

        Result untilDone() throws IOException {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Path own = Files.createDirectory(scratch.resolve("attempt" + attempt));
                Optional<Result> result = once(own);
                if (result.isPresent()) {
                    return result.get();
                }
                delete(own);
                pause.of(backOff(attempt));
            }
            throw SharedStoreException.refused(
                    branch.name() + " changed " + ATTEMPTS + " times while it was read; try again.", null);
        }

        private Optional<Result> once(Path own) throws IOException {
            Optional<String> tip = branch.tip(git);
            if (tip.isPresent() && !branch.fetch(git, tip.get())) {
                return Optional.empty();
            }
            RemoteHistory there = tip.map(commit -> RemoteHistory.read(git, commit, branch, own))
                    .orElse(RemoteHistory.NONE);
            bringIn(there);
            requireSound(there);
            tip.ifPresent(commit -> branch.remember(git, commit));
            return direction == Direction.FETCH
                    ? Optional.of(new Result(branch.name(), tip.isPresent(), builds, events, 0, Set.of(), 0, List.of()))
                    : send(there, own);
        }

        /** Tombstones first, so that what they name does not come in before they do. */
        private void bringIn(RemoteHistory there) {
            if (there.journals().isEmpty()) {
                return;
            }
            Union union = new Union(journal, "any");
            there.journals().entrySet().stream()
                    .sorted((one, other) -> Boolean.compare(
                            !one.getKey().subject().equals("events"),
                            !other.getKey().subject().equals("events")))
                    .filter(shard -> broughtIn.add(
                            shard.getKey() + there.files().shards().get(shard.getKey())))
                    .forEach(shard -> {
                        Union.Result result = union.bringIn(new Journal(shard.getValue()));
                        builds += result.builds();
                        events += result.events();
                    });
        }

        private void requireSound(RemoteHistory there) {
            if (there.damage().isEmpty()) {
                return;
            }
            int shown = 3;
            List<Finding> damage = there.damage();
            throw SharedStoreException.refused(
                    branch.name() + " is damaged and was not touched: "
                            + String.join(
                                    "; ",
                                    damage.stream()
                                            .limit(shown)
                                            .map(Finding::toString)
                                            .toList())
                            + (damage.size() > shown ? " and " + (damage.size() - shown) + " more" : "")
                            + ". Whatever could be read was brought in here. Check the branch out, mend or remove"
                            + " these lines, and push it.",
                    null);
        }

        private Optional<Result> send(RemoteHistory there, Path own) throws IOException {
            Local local = new Local(there);
            try (ShardWriter writer = new ShardWriter(there.journals(), own, settings.full())) {
                Set<BuildId> removed = new HashSet<>(there.homes().keySet());
                removed.retainAll(local.pruned(there));
                writer.remove(removed, there.homes());
                local.send(writer);
                writer.flush();
                if (writer.changed().isEmpty()) {
                    return Optional.of(local.result(0));
                }
                return push(there, there.files().write(git, writer.changed(), own), !removed.isEmpty(), local)
                        ? Optional.of(local.result(removed.size()))
                        : Optional.empty();
            }
        }

        /**
         * A branch that was thinned, or is long, begins anew, since what is gone would else stay in its past. Many servers take only what adds to
         * a branch, and each refuses the rest in words of its own: then it stays. A server that did not answer has refused nothing, and the next
         * sync tries again.
         */
        private boolean push(RemoteHistory there, String tree, boolean isThinned, Local local) {
            String words = "Bengal history: " + local.sent + (local.sent == 1 ? " line" : " lines") + " more [skip ci]";
            if (there.commit().isEmpty()) {
                return push(root(tree, words), there);
            }
            if (isThinned || isLong(there)) {
                String root = root(tree, words);
                try {
                    return push(root, there);
                } catch (SharedStoreException e) {
                    return add(tree, there, words, e);
                }
            }
            return push(child(tree, there, words), there);
        }

        private boolean add(String tree, RemoteHistory there, String words, SharedStoreException notReplaced) {
            if (notReplaced.isUnreachable()) {
                throw notReplaced;
            }
            try {
                return push(child(tree, there, words), there);
            } catch (SharedStoreException e) {
                e.addSuppressed(notReplaced);
                throw e;
            }
        }

        private boolean push(String commit, RemoteHistory there) {
            boolean isDone = branch.push(git, commit, there.commit());
            if (isDone) {
                branch.remember(git, commit);
            }
            return isDone;
        }

        private boolean isLong(RemoteHistory there) {
            return there.commit()
                    .map(commit -> git.ask("rev-list", "--count", commit).strip())
                    .filter(count -> Integer.parseInt(count) >= settings.longest())
                    .isPresent();
        }

        private String root(String tree, String words) {
            return git.ask("commit-tree", "--no-gpg-sign", "-m", words, tree).strip();
        }

        private String child(String tree, RemoteHistory there, String words) {
            return git.ask("commit-tree", "--no-gpg-sign", "-p", there.commit().orElseThrow(), "-m", words, tree)
                    .strip();
        }

        private Duration backOff(int attempt) {
            long most = Math.min(LONGEST_PAUSE.toMillis(), 100L << Math.min(attempt, 10));
            return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
        }

        /** The lines that are here and not there. */
        private final class Local {
            private final BuildRecordReader reader = new BuildRecordReader("any");
            private final RemoteHistory there;
            private final List<Finding> findings = new ArrayList<>();
            private final Set<BuildId> gone = new HashSet<>();
            private final Set<String> sentEvents = new HashSet<>();
            private long sent;

            Local(RemoteHistory there) {
                this.there = there;
            }

            /** All builds that any event says are pruned; those of the branch are here by now. */
            Set<BuildId> pruned(RemoteHistory remote) {
                gone.addAll(remote.pruned());
                journal.walk((number, offset, line, whole) -> {
                    if (reader.read(line) instanceof HistoryLine.Event event
                            && event.event() instanceof HistoryEvent.Pruned pruned) {
                        gone.addAll(pruned.builds());
                    }
                });
                return gone;
            }

            void send(ShardWriter writer) {
                Set<String> known = new HashSet<>(there.known());
                journal.walk((number, offset, bytes, whole) -> {
                    HistoryLine line = reader.read(bytes);
                    findings.addAll(Finding.of(journal.file(), number, line).stream()
                            .filter(Finding::lost)
                            .toList());
                    if (!isPruned(line) && line.id().filter(known::add).isPresent()) {
                        if (line instanceof HistoryLine.Event event) {
                            sentEvents.add(event.event().stamp().id().value());
                        }
                        add(writer, ShardName.subject(line), line.text(bytes));
                    }
                });
            }

            private boolean isPruned(HistoryLine line) {
                return line instanceof HistoryLine.Build build
                        && gone.contains(build.record().build().identity().id());
            }

            private void add(ShardWriter writer, String subject, String line) {
                try {
                    writer.add(subject, line);
                    sent++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            Result result(long removed) {
                boolean wasThere = there.commit().isPresent();
                return new Result(branch.name(), wasThere, builds, events, sent, sentEvents, removed, findings);
            }
        }
    }
}
