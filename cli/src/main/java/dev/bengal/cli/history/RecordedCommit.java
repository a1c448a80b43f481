package dev.bengal.cli.history;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import dev.bengal.store.History;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A commit that the user named, as a revision of the repository or by the beginning of its hash, and of which builds are recorded. */
public final class RecordedCommit {
    private static final int SHORTEST = 4;
    private static final int NEIGHBOURS_SEARCHED = 2000;
    private static final int NEWEST_SHOWN = 3;

    private final String name;
    private final Repository repository;
    private final BuildStore store;
    private final BuildFilter filter;

    /**
     * The commit that a name stands for.
     *
     * @param filter which builds count
     */
    public RecordedCommit(String name, Repository repository, BuildStore store, BuildFilter filter) {
        this.name = name;
        this.repository = repository;
        this.store = store;
        this.filter = filter;
    }

    /** Its builds, at least one; where there is none, the refusal names the nearest commits that have some. */
    public List<BuildRecord> builds() {
        Optional<String> revision = revision();
        List<BuildRecord> builds =
                revision.map(hash -> store.byCommit(filter, hash)).orElseGet(this::byPrefix);
        if (builds.isEmpty()) {
            throw new CommandException(refusal(revision));
        }
        return builds;
    }

    private Optional<String> revision() {
        return repository
                .ask("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
                .filter(lines -> !lines.isEmpty())
                .map(lines -> lines.get(0));
    }

    private List<BuildRecord> byPrefix() {
        if (name.length() < SHORTEST) {
            return List.of();
        }
        List<BuildRecord> builds = store.byCommit(filter, name);
        Set<String> hashes = hashes(builds);
        if (hashes.size() > 1) {
            throw new CommandException("The commits of " + hashes.size() + " recorded builds begin with '"
                    + printable(name) + "': " + listed(hashes) + ". Give more of the hash.");
        }
        return builds;
    }

    private String refusal(Optional<String> revision) {
        History recorded = store.recent(filter, BuildOrder.BY_COMMIT, NEIGHBOURS_SEARCHED);
        Set<String> hashes = hashes(recorded.builds());
        String what = revision.isPresent()
                ? "No build that counts (successful, from a clean tree, not excluded) is recorded of commit "
                        + shortened(revision.get())
                : "'" + printable(name)
                        + "' is neither a revision of the repository nor the beginning of a recorded commit";
        if (hashes.isEmpty()) {
            return what + ", nor of any other one.";
        }
        Set<String> near = new LinkedHashSet<>();
        revision.ifPresent(hash -> near.addAll(neighbours(hash, hashes)));
        return near.isEmpty()
                ? what + "; the newest recorded ones are " + listed(newest(hashes)) + "."
                : what + "; the nearest recorded ones are " + listed(near) + ".";
    }

    /** The nearest recorded commits before and after one, along the first parents. */
    private List<String> neighbours(String hash, Set<String> recorded) {
        List<String> near = new ArrayList<>();
        first(repository.ask("rev-list", "--first-parent", "--max-count=" + NEIGHBOURS_SEARCHED, hash, "--"), recorded)
                .ifPresent(near::add);
        first(
                        repository.ask(
                                "rev-list", "--first-parent", "--ancestry-path", "--reverse", hash + "..HEAD", "--"),
                        recorded)
                .ifPresent(near::add);
        return near;
    }

    private static Optional<String> first(Optional<List<String>> commits, Set<String> recorded) {
        return commits.stream().flatMap(List::stream).filter(recorded::contains).findFirst();
    }

    private static Set<String> hashes(List<BuildRecord> builds) {
        Set<String> hashes = new LinkedHashSet<>();
        for (BuildRecord known : builds) {
            Commit commit = known.build().commit();
            if (commit != null) {
                hashes.add(commit.hash());
            }
        }
        return hashes;
    }

    private static List<String> newest(Set<String> oldestFirst) {
        List<String> all = List.copyOf(oldestFirst);
        List<String> newest = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && newest.size() < NEWEST_SHOWN; i--) {
            newest.add(all.get(i));
        }
        return newest;
    }

    private static String listed(Iterable<String> hashes) {
        List<String> shown = new ArrayList<>();
        hashes.forEach(hash -> shown.add(shortened(hash)));
        return shown.stream().limit(NEWEST_SHOWN).collect(Collectors.joining(", "))
                + (shown.size() > NEWEST_SHOWN ? ", …" : "");
    }

    /** A hash as people see it; it may come from a record and hold what steers a terminal. */
    public static String shortened(String hash) {
        return printable(hash.substring(0, Math.min(12, hash.length())));
    }

    public static String printable(String text) {
        return text.replaceAll("\\p{C}", "\uFFFD");
    }
}
