package dev.bengal.store.git;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the branch holds at one commit, its journals as files here.
 *
 * @param commit empty where there is no branch yet
 * @param journals by their names
 * @param known the ids of all lines
 * @param homes in which journal each build lies
 * @param pruned the builds that an event says are pruned
 * @param damage lines that are no records
 */
record RemoteHistory(
        Optional<String> commit,
        BranchFiles files,
        SortedMap<ShardName, Path> journals,
        Set<String> known,
        Map<BuildId, ShardName> homes,
        Set<BuildId> pruned,
        List<Finding> damage) {
    /** Of a branch that does not exist yet. */
    static final RemoteHistory NONE = new RemoteHistory(
            Optional.empty(), new BranchFiles(Map.of()), new TreeMap<>(), Set.of(), Map.of(), Set.of(), List.of());

    /** Reads the branch at a commit that is here. */
    static RemoteHistory read(GitCommand git, String commit, RemoteBranch branch, Path scratch) {
        BranchFiles files = BranchFiles.of(git, commit, branch);
        Reading reading = new Reading();
        files.shards().forEach((name, hash) -> {
            Path file = scratch.resolve(name.file());
            git.write(file, "cat-file", "blob", hash);
            reading.read(name, file);
        });
        return new RemoteHistory(
                Optional.of(commit),
                files,
                reading.journals,
                reading.known,
                reading.homes,
                reading.pruned,
                reading.damage);
    }

    private static final class Reading {
        private final BuildRecordReader reader = new BuildRecordReader("any");
        private final SortedMap<ShardName, Path> journals = new TreeMap<>();
        private final Set<String> known = new HashSet<>();
        private final Map<BuildId, ShardName> homes = new HashMap<>();
        private final Set<BuildId> pruned = new HashSet<>();
        private final List<Finding> damage = new ArrayList<>();

        void read(ShardName name, Path file) {
            journals.put(name, file);
            new Journal(file).walk(new Journal.LineVisitor() {
                @Override
                public void line(long number, long offset, byte[] line, boolean whole) {
                    take(name, number, reader.read(line));
                }

                @Override
                public void longLine(long number, long offset, long length, boolean whole) {
                    damage.add(Finding.ofLongLine(Path.of(name.file()), number, length));
                }
            });
        }

        private void take(ShardName name, long number, HistoryLine line) {
            Finding.of(Path.of(name.file()), number, line).stream()
                    .filter(Finding::lost)
                    .forEach(damage::add);
            line.id().ifPresent(known::add);
            if (line instanceof HistoryLine.Build build) {
                homes.put(build.record().build().identity().id(), name);
            } else if (line instanceof HistoryLine.Event event && event.event() instanceof HistoryEvent.Pruned gone) {
                pruned.addAll(gone.builds());
            }
        }
    }
}
