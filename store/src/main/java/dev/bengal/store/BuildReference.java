package dev.bengal.store;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What people call a build: {@code latest}, {@code previous}, its id or the beginning of it, or at least four digits of its
 * commit, in small letters or capitals, which mean the newest build of that one commit. An id goes before a commit.
 */
public record BuildReference(String text) {
    /** The newest build, by its start. */
    public static final BuildReference LATEST = new BuildReference("latest");

    private static final String PREVIOUS = "previous";
    private static final int SHORTEST_COMMIT = 4;
    private static final int SEARCHED = 1000;
    private static final int NEAREST = 3;

    public BuildReference {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Looks for the build.
     *
     * @return with what was wrong with the history, of which all is read
     * @throws AmbiguousCommitException where builds of several commits are called so
     */
    public Answer find(BuildStore store) {
        if (equals(LATEST)) {
            History history = store.recent(BuildFilter.ALL, BuildOrder.BY_START, 1);
            return new Answer(last(history.builds()), List.of(), history);
        }
        if (text.equals(PREVIOUS)) {
            History history = store.recent(BuildFilter.ALL, BuildOrder.BY_START, 2);
            boolean isThere = history.builds().size() == 2;
            return new Answer(isThere ? Optional.of(history.builds().get(0)) : Optional.empty(), List.of(), history);
        }
        return findByName(store);
    }

    private Answer findByName(BuildStore store) {
        History history = named(store);
        List<BuildRecord> byId = history.builds().stream()
                .filter(known -> isBeginningOf(id(known)))
                .toList();
        Optional<BuildRecord> exact =
                byId.stream().filter(known -> id(known).value().equals(text)).findFirst();
        if (exact.isPresent() || byId.size() == 1) {
            return new Answer(exact.or(() -> last(byId)), List.of(), history);
        }
        if (!byId.isEmpty()) {
            return new Answer(Optional.empty(), newestFirst(byId), history);
        }
        return history.builds().isEmpty()
                ? new Answer(Optional.empty(), nearest(store), history)
                : new Answer(last(ofOneCommit(history.builds())), List.of(), history);
    }

    /** All of these builds, or those of the commit that is called so in full. */
    private List<BuildRecord> ofOneCommit(List<BuildRecord> builds) {
        Map<String, List<BuildRecord>> commits = new LinkedHashMap<>();
        for (BuildRecord known : builds) {
            String hash = Objects.requireNonNull(known.build().commit()).hash();
            commits.computeIfAbsent(hash, key -> new ArrayList<>()).add(known);
        }
        if (commits.size() > 1 && !commits.containsKey(hash())) {
            throw new AmbiguousCommitException(text, commits.keySet());
        }
        return commits.getOrDefault(hash(), builds);
    }

    /** The builds whose ids begin so, else those whose commits do. */
    private History named(BuildStore store) {
        History byId = text.isBlank() ? nothing(store) : search(store, BuildFilter.ALL.id(text));
        return !byId.builds().isEmpty() || text.length() < SHORTEST_COMMIT
                ? byId
                : search(store, BuildFilter.ALL.commit(hash()));
    }

    /** Git prints small letters, and takes capitals too. */
    private String hash() {
        return text.toLowerCase(Locale.ROOT);
    }

    private static History search(BuildStore store, BuildFilter filter) {
        return store.recent(filter, BuildOrder.BY_START, SEARCHED);
    }

    private static History nothing(BuildStore store) {
        History any = search(store, BuildFilter.ALL);
        return new History(List.of(), any.recorded(), any.findings());
    }

    /** Whether it fits several ids; the candidates of an answer are these then. */
    public boolean isBeginningOf(BuildId id) {
        return id.value().startsWith(text);
    }

    private List<BuildId> nearest(BuildStore store) {
        return newestFirst(store.recent(BuildFilter.ALL, BuildOrder.BY_START, SEARCHED)
                        .builds())
                .stream()
                .sorted(Comparator.comparingInt(id -> distance(
                        text,
                        id.value()
                                .substring(0, Math.min(text.length(), id.value().length())))))
                .limit(NEAREST)
                .toList();
    }

    /** How many letters have to be put in, left out or changed to make one of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static List<BuildId> newestFirst(List<BuildRecord> oldestFirst) {
        List<BuildId> ids =
                new ArrayList<>(oldestFirst.stream().map(BuildReference::id).toList());
        Collections.reverse(ids);
        return List.copyOf(ids);
    }

    private static Optional<BuildRecord> last(List<BuildRecord> builds) {
        return builds.isEmpty() ? Optional.empty() : Optional.of(builds.get(builds.size() - 1));
    }

    private static BuildId id(BuildRecord known) {
        return known.build().identity().id();
    }

    /**
     * What was found.
     *
     * @param build empty where none, or more than one, is called so
     * @param candidates where none was found: those that may have been meant, the likeliest first, else the newest
     * @param history what was searched
     */
    public record Answer(Optional<BuildRecord> build, List<BuildId> candidates, History history) {
        public Answer {
            candidates = List.copyOf(candidates);
        }
    }
}
