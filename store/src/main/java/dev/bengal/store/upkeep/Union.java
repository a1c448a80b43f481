package dev.bengal.store.upkeep;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of other histories into one, each once: builds by their ids, older records by the hash of their bytes, events by
 * theirs. What was pruned here stays away. Others may bring in the same at the same time, or prune: what counts is what the history
 * holds at the moment of writing.
 */
public final class Union {
    private static final int LINES_AT_ONCE = 1000;

    private final Journal journal;
    private final BuildRecordReader reader;
    private final Set<String> known = new HashSet<>();
    private final Set<BuildId> pruned = new HashSet<>();
    private @Nullable Object fileKey;
    private long position;

    /**
     * A union into this history.
     *
     * @param project of records that do not say
     */
    public Union(Journal journal, String project) {
        this.journal = journal;
        this.reader = new BuildRecordReader(project);
        catchUp();
    }

    /** Reads what was appended since the last time; all of it, where another file took the place of the history. */
    private void catchUp() {
        Object now = journal.fileKey();
        if (now == null || !now.equals(fileKey) || journal.size() < position) {
            known.clear();
            position = 0;
        }
        fileKey = now;
        journal.walk(position, 1, (number, offset, line, whole) -> {
            HistoryLine content = reader.read(line);
            content.id().ifPresent(known::add);
            heed(content);
            position = whole ? offset + line.length + 1 : offset;
        });
    }

    private void heed(HistoryLine content) {
        if (content instanceof HistoryLine.Event event && event.event() instanceof HistoryEvent.Pruned gone) {
            pruned.addAll(gone.builds());
        }
    }

    private boolean isPrunedHere(HistoryLine content) {
        return content instanceof HistoryLine.Build build
                && pruned.contains(build.record().build().identity().id());
    }

    /**
     * Brings in what another history holds.
     *
     * @throws dev.bengal.journal.JournalException where the other one cannot be read or this one cannot be written; what was brought in
     *     before stays, and doing it again brings the rest
     */
    public Result bringIn(Journal other) {
        Bringing bringing = new Bringing(other);
        other.walk(bringing);
        bringing.write();
        return new Result(bringing.builds, bringing.events, bringing.there, bringing.stayedAway, bringing.findings);
    }

    /**
     * What came of it.
     *
     * @param builds that were brought in
     * @param events that were brought in
     * @param there lines that were here already
     * @param stayedAway builds that were pruned here
     * @param findings what is wrong with the other history; lines that are no records were left behind
     */
    public record Result(long builds, long events, long there, long stayedAway, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /** A line that is not here yet. */
    private record Newcomer(HistoryLine content, String text) {}

    private final class Bringing implements Journal.LineVisitor {
        private final Journal other;
        private final Map<String, Newcomer> newcomers = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private long builds;
        private long events;
        private long there;
        private long stayedAway;

        Bringing(Journal other) {
            this.other = other;
        }

        @Override
        public void line(long number, long offset, byte[] line, boolean whole) {
            HistoryLine content = reader.read(line);
            findings.addAll(Finding.of(other.file(), number, content));
            if (isPrunedHere(content)) {
                stayedAway++;
            } else {
                content.id().ifPresent(id -> meet(id, new Newcomer(content, content.text(line))));
            }
        }

        @Override
        public void longLine(long number, long offset, long length, boolean whole) {
            findings.add(Finding.ofLongLine(other.file(), number, length));
        }

        private void meet(String id, Newcomer newcomer) {
            if (known.contains(id) || newcomers.putIfAbsent(id, newcomer) != null) {
                there++;
                return;
            }
            heed(newcomer.content());
            if (newcomers.size() == LINES_AT_ONCE) {
                write();
            }
        }

        private void write() {
            if (newcomers.isEmpty()) {
                return;
            }
            journal.appendChosen(() -> {
                catchUp();
                return newcomers.entrySet().stream()
                        .filter(one -> isWelcome(one.getKey(), one.getValue().content()))
                        .map(one -> one.getValue().text())
                        .toList();
            });
            known.addAll(newcomers.keySet());
            newcomers.clear();
        }

        /** Whether it still is not here, and was not pruned meanwhile. */
        private boolean isWelcome(String id, HistoryLine content) {
            if (known.contains(id)) {
                there++;
                return false;
            }
            if (isPrunedHere(content)) {
                stayedAway++;
                return false;
            }
            builds += content instanceof HistoryLine.Build ? 1 : 0;
            events += content instanceof HistoryLine.Event ? 1 : 0;
            return true;
        }
    }
}
