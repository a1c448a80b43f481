package dev.bengal.store;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The newest builds of a journal that a filter accepts, from its lines backwards. Of a line that is not expected to be wanted, most is left
 * unread until it is: builds of a kind mostly follow each other, so that the line before one that was wanted is read at once.
 */
final class LatestBuilds implements Journal.NewestFirstVisitor {
    /** How many lines back a build is looked for: what lies further back says little about today. */
    private static final int LINES = 200;

    private final BuildRecordReader reader;
    private final BuildFilter filter;
    private final int limit;

    /** What is said about a build stands behind it, and so is seen before it. */
    private final Remarks remarks = new Remarks();

    private final Deque<BuildRecord> found = new ArrayDeque<>();
    private final Set<BuildId> ids = new HashSet<>();
    private int looked;
    private boolean wasWanted;

    LatestBuilds(BuildRecordReader reader, BuildFilter filter, int limit) {
        this.reader = reader;
        this.filter = filter;
        this.limit = limit;
    }

    /** The oldest first. */
    List<BuildRecord> found() {
        return List.copyOf(found);
    }

    @Override
    public boolean line(byte[] bytes) {
        HistoryLine line = wasWanted ? reader.read(bytes) : reader.readAgain(bytes);
        if (line instanceof HistoryLine.Event event) {
            remarks.add(event.event());
        } else {
            boolean isWanted = isWanted(line);
            HistoryLine whole = isWanted && !wasWanted ? reader.read(bytes) : line;
            if (isWanted && whole instanceof HistoryLine.Build build) {
                add(remarks.apply(build.record()));
            }
            wasWanted = isWanted;
        }
        looked++;
        return found.size() < limit && looked < LINES;
    }

    private boolean isWanted(HistoryLine line) {
        if (!(line instanceof HistoryLine.Build build)) {
            return false;
        }
        BuildRecord known = remarks.apply(build.record());
        return !remarks.isPruned(known.build().identity().id()) && filter.accepts(known);
    }

    private void add(BuildRecord record) {
        if (ids.add(record.build().identity().id())) {
            found.addFirst(record);
        }
    }
}
