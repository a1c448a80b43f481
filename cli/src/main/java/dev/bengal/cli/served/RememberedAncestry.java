package dev.bengal.cli.served;

import dev.bengal.cli.history.Ancestry;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What git said of the last commits that were asked for, until something else is checked out: a page asks again and again. Safe for use by
 * many threads.
 */
public final class RememberedAncestry implements Ancestry {
    /** Each has some thousand hashes. */
    private static final int MOST_COMMITS = 16;

    private final Ancestry git;
    private final Supplier<Object> mark;
    private final Map<List<String>, Predicate<BuildMetrics>> known = new LinkedHashMap<>(16, 0.75f, true);
    private Object seen = "";

    /** @param mark that differs from an earlier one where something else is checked out */
    RememberedAncestry(Ancestry git, Supplier<Object> mark) {
        this.git = git;
        this.mark = mark;
    }

    @Override
    public synchronized Predicate<BuildMetrics> leadingTo(@Nullable Commit commit) {
        if (commit == null) {
            return git.leadingTo(null);
        }
        Object now = mark.get();
        if (!now.equals(seen)) {
            known.clear();
            seen = now;
        }
        String branch = commit.branch();
        Predicate<BuildMetrics> answer = known.computeIfAbsent(
                List.of(commit.hash(), branch == null ? "" : branch), asked -> git.leadingTo(commit));
        if (known.size() > MOST_COMMITS) {
            known.remove(known.keySet().iterator().next());
        }
        return answer;
    }
}
