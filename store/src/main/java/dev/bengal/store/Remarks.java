package dev.bengal.store;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a history says about its builds: each event once, however often a union brought it; of two that disagree, the later one. */
public final class Remarks {
    private static final byte[] EVENT = "\"event\"".getBytes(StandardCharsets.UTF_8);

    private final Map<BuildId, HistoryEvent> events = new HashMap<>();
    private final Map<BuildId, HistoryEvent> latest = new HashMap<>();
    private final Set<BuildId> pruned = new HashSet<>();
    private final Set<BuildId> kept = new HashSet<>();

    private static final Comparator<HistoryEvent> BY_TIME = Remarks::compareTimes;

    private static int compareTimes(HistoryEvent one, HistoryEvent other) {
        int order = one.stamp().time().compareTo(other.stamp().time());
        return order == 0 ? one.stamp().id().compareTo(other.stamp().id()) : order;
    }

    /** All that a journal says about builds, wherever it stands there. */
    public static Remarks read(Journal journal, BuildRecordReader reader) {
        Remarks remarks = new Remarks();
        journal.walk((number, offset, bytes, whole) -> {
            if (mayBeEvent(bytes) && reader.read(bytes) instanceof HistoryLine.Event event) {
                remarks.add(event.event());
            }
        });
        return remarks;
    }

    /** Whether the line may hold the key of an event, written out or with escapes, so that few builds need be parsed. */
    private static boolean mayBeEvent(byte[] line) {
        for (int i = 0; i <= line.length - EVENT.length; i++) {
            boolean isKey = line[i] == '"' && Arrays.equals(line, i, i + EVENT.length, EVENT, 0, EVENT.length);
            if (isKey || (line[i] == '\\' && line[i + 1] == 'u')) {
                return true;
            }
        }
        return false;
    }

    /** Takes one more event. */
    public void add(HistoryEvent event) {
        if (event instanceof HistoryEvent.Pruned gone) {
            pruned.addAll(gone.builds());
            kept.addAll(gone.kept());
        } else if (events.putIfAbsent(event.stamp().id(), event) == null) {
            subject(event).ifPresent(build -> latest.merge(build, event, Remarks::later));
        }
    }

    private static Optional<BuildId> subject(HistoryEvent event) {
        if (event instanceof HistoryEvent.Excluded excluded) {
            return Optional.of(excluded.build());
        }
        return event instanceof HistoryEvent.Included included ? Optional.of(included.build()) : Optional.empty();
    }

    private static HistoryEvent later(HistoryEvent one, HistoryEvent other) {
        return BY_TIME.compare(one, other) < 0 ? other : one;
    }

    /** Whether any build counts in no judgement, or did not for some time, or was moved to an archive. */
    boolean concernBuilds() {
        return !latest.isEmpty() || !pruned.isEmpty();
    }

    /** Whether the build was moved to an archive. */
    public boolean isPruned(BuildId build) {
        return pruned.contains(build);
    }

    /** Whether the build stayed in the history for what it tells, when others were moved to an archive. */
    public boolean isKept(BuildId build) {
        return kept.contains(build);
    }

    /** Every build that was moved to an archive. */
    public Set<BuildId> pruned() {
        return Set.copyOf(pruned);
    }

    /** Every build that counts in no judgement, with the reason. */
    public Map<BuildId, String> excluded() {
        Map<BuildId, String> excluded = new HashMap<>();
        latest.forEach((build, event) -> {
            if (event instanceof HistoryEvent.Excluded found) {
                excluded.put(build, found.why());
            }
        });
        return excluded;
    }

    /** The build with what was said of it. */
    public BuildRecord apply(BuildRecord build) {
        return latest.get(build.build().identity().id()) instanceof HistoryEvent.Excluded found
                ? build.excludedFor(found.why())
                : build;
    }

    /** All events by their time, {@link HistoryEvent.Pruned} left out. */
    public List<HistoryEvent> events() {
        return inOrder(events.values());
    }

    private static List<HistoryEvent> inOrder(Collection<HistoryEvent> events) {
        return events.stream().sorted(BY_TIME).toList();
    }
}
