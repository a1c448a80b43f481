package dev.bengal.store.upkeep;

import dev.bengal.journal.EventEncoder;
import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.Sieve;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.Remarks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Moves old builds out of a history into a compressed archive beside it. The history remembers their ids, so that a union with another
 * history does not bring them back. An archive is a history too: unpacked, it can be read like one.
 */
public final class Pruning {
    private static final int IDS_IN_AN_EVENT = 1000;

    private final Journal journal;
    private final BuildRecordReader reader;
    private final Predicate<BuildRecord> isProtected;

    /**
     * Pruning of one history.
     *
     * @param project whose history it is, for records that do not say
     * @param isProtected which builds stay whatever their age
     */
    public Pruning(Journal journal, String project, Predicate<BuildRecord> isProtected) {
        this.journal = journal;
        this.reader = new BuildRecordReader(project);
        this.isProtected = isProtected;
    }

    /**
     * Which builds could go, and which stay. What was pruned before and is there again, such as from another history, stands for nothing and goes again.
     *
     * @throws JournalException where the history cannot be read
     */
    public PruningPlan plan(Retention retention) {
        List<PrunableBuild> builds = new ArrayList<>();
        List<PrunableBuild> thereAgain = new ArrayList<>();
        Remarks remarks = Remarks.read(journal, reader);
        Set<BuildId> seen = new HashSet<>();
        journal.walk((number, offset, bytes, whole) -> {
            if (reader.read(bytes) instanceof HistoryLine.Build line
                    && seen.add(line.record().build().identity().id())) {
                PrunableBuild build = prunable(remarks.apply(line.record()), remarks);
                (remarks.isPruned(build.id()) ? thereAgain : builds).add(build);
            }
        });
        List<PrunableBuild> superfluous = retention.superfluous(builds);
        builds.removeAll(Set.copyOf(superfluous));
        return new PruningPlan(thereAgain, superfluous, builds);
    }

    private PrunableBuild prunable(BuildRecord known, Remarks remarks) {
        BuildMetrics build = known.build();
        Commit commit = build.commit();
        String branch = commit == null || commit.branch() == null ? "" : commit.branch();
        return new PrunableBuild(
                build.identity().id(),
                build.timestamp(),
                new PrunableBuild.Group(
                        build.identity().project(),
                        build.identity().scenario().name(),
                        branch,
                        build.environment().fingerprint()),
                known.isBaselineMaterial(),
                isProtected.test(known) || remarks.isKept(build.identity().id()));
    }

    /**
     * Moves builds to an archive.
     *
     * @param builds of a plan
     * @param archive a file that does not exist yet, in a folder that may have to be made
     * @param stamp makes the stamps of the events
     * @return how many were moved; fewer than asked for where another prune was faster, and without any there is no archive
     * @throws JournalException where that cannot be done; the history is as it was
     */
    public long move(List<PrunableBuild> builds, Path archive, Supplier<HistoryEvent.Stamp> stamp) {
        Set<BuildId> ids = builds.stream().map(PrunableBuild::id).collect(Collectors.toSet());
        try (FileChannel file = create(archive)) {
            boolean isKept = false;
            try {
                Moving moving = new Moving(ids, file, archive, stamp);
                journal.rewrite(moving);
                isKept = !moving.moved.isEmpty();
                return moving.moved.size();
            } finally {
                if (!isKept) {
                    Files.deleteIfExists(archive);
                }
            }
        } catch (IOException e) {
            throw new JournalException(
                    archive + " cannot be written: " + JournalException.reason(e) + "; the history is as it was", e);
        }
    }

    private static FileChannel create(Path archive) throws IOException {
        Files.createDirectories(archive.toAbsolutePath().getParent());
        return FileChannel.open(archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Writes what goes to the archive. */
    private final class Moving implements Sieve {
        private final Set<BuildId> ids;
        private final FileChannel file;
        private final GZIPOutputStream out;
        private final Path archive;
        private final Supplier<HistoryEvent.Stamp> stamp;
        private final Set<BuildId> moved = new HashSet<>();
        private final Set<BuildId> kept = new HashSet<>();

        Moving(Set<BuildId> ids, FileChannel file, Path archive, Supplier<HistoryEvent.Stamp> stamp)
                throws IOException {
            this.ids = ids;
            this.file = file;
            OutputStream raw = Channels.newOutputStream(file);
            this.out = new GZIPOutputStream(raw, 1 << 16);
            this.archive = archive;
            this.stamp = stamp;
        }

        @Override
        public boolean keeps(long number, byte[] line, long length) {
            if (reader.read(line) instanceof HistoryLine.Build build) {
                BuildId id = build.record().build().identity().id();
                if (ids.contains(id)) {
                    moved.add(id);
                    return false;
                }
                if (isProtected.test(build.record())) {
                    kept.add(id);
                }
            }
            return true;
        }

        @Override
        public void aside(byte[] bytes, int length) throws IOException {
            out.write(bytes, 0, length);
        }

        @Override
        public List<String> finish() throws IOException {
            out.finish();
            file.force(true);
            flushNames(archive.toAbsolutePath());
            return events();
        }

        private List<String> events() {
            List<String> events = new ArrayList<>();
            List<BuildId> sorted = moved.stream().sorted().toList();
            // Said once: with the first of the events.
            List<BuildId> landmarks = kept.stream().sorted().toList();
            for (int from = 0; from < sorted.size(); from += IDS_IN_AN_EVENT) {
                List<BuildId> some = sorted.subList(from, Math.min(from + IDS_IN_AN_EVENT, sorted.size()));
                events.add(EventEncoder.line(new HistoryEvent.Pruned(
                        stamp.get(), some, String.valueOf(archive.getFileName()), from == 0 ? landmarks : List.of())));
            }
            return events;
        }
    }

    /** So that a power failure cannot take the archive's name, or its folder's, once the history is without the builds. */
    private static void flushNames(Path archive) {
        Path folder = archive.resolveSibling("");
        for (Path each : List.of(folder, folder.resolveSibling(""))) {
            try (FileChannel channel = FileChannel.open(each, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                // Windows cannot open a folder; its file system journals names by itself.
            }
        }
    }
}
