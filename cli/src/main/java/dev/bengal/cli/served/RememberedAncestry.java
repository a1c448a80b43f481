package dev.bengal.cli.served;

import dev.bengal.cli.history.Ancestry;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What git said of the last commits that were asked for: a page asks again and again. What leads to a commit is the same for ever; of a commit
 * whose history git did not know, it is asked again after a minute, since a fetch may have brought it. Safe for use by many threads, of which
 * none waits for what another one asks.
 */
final class RememberedAncestry implements Ancestry {
    /** As many as an overview may have scenarios, each with some thousand hashes. */
    private static final int MOST_COMMITS = 100;

    private static final long NANOS_UNKNOWN = 60_000_000_000L;

    private final Ancestry git;
    private final LongSupplier nanos;
    private final Map<List<String>, Answer> known = new LinkedHashMap<>(16, 0.75f, true);

    /** @param nanos a clock that never steps back */
    RememberedAncestry(Ancestry git, LongSupplier nanos) {
        this.git = git;
        this.nanos = nanos;
    }

    @Override
    public Predicate<BuildMetrics> leadingTo(@Nullable Commit commit) {
        if (commit == null) {
            return git.leadingTo(null);
        }
        String branch = commit.branch();
        List<String> asked = List.of(commit.hash(), branch == null ? "" : branch);
        Answer answer = find(asked);
        if (answer == null) {
            answer = new Answer(git.leadingTo(commit), nanos.getAsLong());
            keep(asked, answer);
        }
        return answer.leading();
    }

    private synchronized @Nullable Answer find(List<String> asked) {
        Answer answer = known.get(asked);
        boolean isOld = answer != null
                && answer.leading().equals(EVERY_BUILD)
                && nanos.getAsLong() - answer.given() > NANOS_UNKNOWN;
        return isOld ? null : answer;
    }

    private synchronized void keep(List<String> asked, Answer answer) {
        known.put(asked, answer);
        if (known.size() > MOST_COMMITS) {
            known.remove(known.keySet().iterator().next());
        }
    }

    /** @param given when */
    private record Answer(Predicate<BuildMetrics> leading, long given) {}
}
