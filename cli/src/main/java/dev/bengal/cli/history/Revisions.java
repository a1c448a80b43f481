package dev.bengal.cli.history;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What git knows of the revisions that people name. Only full hashes that git gave are asked for further on. */
public final class Revisions implements Ancestry {
    private static final int FURTHEST = 5000;

    private final Repository repository;

    public Revisions(Repository repository) {
        this.repository = repository;
    }

    /** The full hash of the commit that a revision means; empty where git knows none. A name that looks like an option is none. */
    public Optional<String> commit(String revision) {
        return revision.isBlank()
                ? Optional.empty()
                : hash(repository.ask("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"));
    }

    /** The commit where two others parted, full hashes all; empty where they have nothing in common. */
    public Optional<String> mergeBase(String one, String other) {
        return hash(repository.ask("merge-base", one, other));
    }

    /** The commit and those before it, the nearest first, along every parent; empty where git does not know it. */
    List<String> ancestors(String commit) {
        return isHash(commit)
                ? repository
                        .ask("rev-list", "--topo-order", "--max-count=" + FURTHEST, commit, "--")
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public Predicate<BuildMetrics> leadingTo(@Nullable Commit commit) {
        if (commit == null) {
            return EVERY_BUILD;
        }
        Set<String> known = new HashSet<>(ancestors(commit.hash()));
        String branch = commit.branch();
        if (known.isEmpty() || known.size() == FURTHEST || isShallow()) {
            return EVERY_BUILD;
        }
        return build -> build.commit() == null
                || known.contains(build.commit().hash())
                || (branch != null && branch.equals(build.commit().branch()));
    }

    private boolean isShallow() {
        return repository
                .ask("rev-parse", "--is-shallow-repository")
                .filter(lines -> lines.contains("true"))
                .isPresent();
    }

    private static Optional<String> hash(Optional<List<String>> answer) {
        return answer.filter(lines -> !lines.isEmpty())
                .map(lines -> lines.get(lines.size() - 1))
                .filter(Revisions::isHash);
    }

    private static boolean isHash(String text) {
        return text.matches("[0-9a-f]{40}|[0-9a-f]{64}");
    }
}
