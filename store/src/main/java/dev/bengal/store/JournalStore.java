package dev.bengal.store;

import dev.bengal.journal.Journal;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers from the journal: the whole of it for {@link #recent}, its end for {@link #latest}. */
public final class JournalStore implements BuildStore {
    /** How many lines back a build is looked for: what lies further back says little about today. */
    private static final int LATEST_WITHIN = 200;

    private final Journal journal;
    private final BuildRecordReader reader;

    /** @param project whose history it is, for records that do not say */
    public JournalStore(Journal journal, String project) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.reader = new BuildRecordReader(project);
    }

    /** The history of a metrics directory. */
    public static JournalStore of(MetricsDirectory directory, String project) {
        return new JournalStore(directory.journal(), project);
    }

    @Override
    public void append(BuildMetrics build) {
        journal.append(RecordEncoder.line(build));
    }

    @Override
    public History recent(BuildFilter filter, int limit) {
        requirePositive(limit);
        Newest newest = new Newest(filter, limit);
        List<Finding> findings = new ArrayList<>();
        journal.walk((number, offset, bytes, whole) -> {
            HistoryLine line = reader.read(bytes);
            if (line instanceof HistoryLine.Build build) {
                newest.offer(build.record());
                build.notes().forEach(note -> findings.add(finding(number, note, false)));
            } else if (line instanceof HistoryLine.Damaged damaged) {
                findings.add(finding(number, damaged.reason(), true));
            } else if (line instanceof HistoryLine.Blank) {
                findings.add(finding(number, "blank line", false));
            }
        });
        return new History(newest.oldestFirst(), newest.seen(), findings);
    }

    @Override
    public List<BuildRecord> latest(BuildFilter filter, int limit) {
        requirePositive(limit);
        Deque<BuildRecord> found = new ArrayDeque<>();
        Set<BuildId> ids = new HashSet<>();
        AtomicInteger looked = new AtomicInteger();
        journal.walkBackwards(bytes -> {
            if (reader.read(bytes) instanceof HistoryLine.Build build
                    && filter.accepts(build.record().build())
                    && ids.add(build.record().build().identity().id())) {
                found.addFirst(build.record());
            }
            return found.size() < limit && looked.incrementAndGet() < LATEST_WITHIN;
        });
        return List.copyOf(found);
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; at least 1 build can be asked for");
        }
    }

    private Finding finding(long line, String problem, boolean lost) {
        return new Finding(journal.file(), line, problem, lost);
    }

    /** The newest few of many builds, each counted once however often a union of histories brought it. */
    private static final class Newest {
        private static final Comparator<BuildRecord> BY_START = Comparator.comparing(
                        (BuildRecord known) -> known.build().timestamp())
                .thenComparing(known -> known.build().identity().id());

        private final BuildFilter filter;
        private final int limit;
        private final PriorityQueue<BuildRecord> kept = new PriorityQueue<>(BY_START);
        private final Set<BuildId> ids = new HashSet<>();

        Newest(BuildFilter filter, int limit) {
            this.filter = filter;
            this.limit = limit;
        }

        void offer(BuildRecord build) {
            if (ids.add(build.build().identity().id()) && filter.accepts(build.build())) {
                kept.add(build);
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        }

        long seen() {
            return ids.size();
        }

        List<BuildRecord> oldestFirst() {
            return kept.stream().sorted(BY_START).toList();
        }
    }
}
