package dev.bengal.store.upkeep;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings the lines of other histories into one, each once: builds by their ids, older records by the hash of their bytes, events by
 * theirs. What was pruned here stays away.
 */
public final class Union {
    private static final int LINES_AT_ONCE = 1000;

    private final Journal journal;
    private final BuildRecordReader reader;
    private final Set<String> known = new HashSet<>();
    private final Set<BuildId> pruned = new HashSet<>();

    /**
     * A union into this history.
     *
     * @param project of records that do not say
     */
    public Union(Journal journal, String project) {
        this.journal = journal;
        this.reader = new BuildRecordReader(project);
        journal.walk((number, offset, line, whole) -> remember(reader.read(line)));
    }

    private boolean remember(HistoryLine content) {
        if (content instanceof HistoryLine.Event event && event.event() instanceof HistoryEvent.Pruned gone) {
            pruned.addAll(gone.builds());
        }
        return content.id().filter(known::add).isPresent();
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

    private final class Bringing implements Journal.LineVisitor {
        private final Journal other;
        private final List<String> lines = new ArrayList<>();
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
            } else if (remember(content)) {
                builds += content instanceof HistoryLine.Build ? 1 : 0;
                events += content instanceof HistoryLine.Event ? 1 : 0;
                take(content.text(line));
            } else if (content.id().isPresent()) {
                there++;
            }
        }

        @Override
        public void longLine(long number, long offset, long length, boolean whole) {
            findings.add(Finding.ofLongLine(other.file(), number, length));
        }

        private boolean isPrunedHere(HistoryLine content) {
            return content instanceof HistoryLine.Build build
                    && pruned.contains(build.record().build().identity().id());
        }

        private void take(String line) {
            lines.add(line);
            if (lines.size() == LINES_AT_ONCE) {
                write();
            }
        }

        private void write() {
            journal.append(lines);
            lines.clear();
        }
    }
}
