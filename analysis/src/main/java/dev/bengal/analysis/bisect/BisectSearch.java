package dev.bengal.analysis.bisect;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Halves a row of commits, of which the first is good and the last is bad, until the first bad one is found or only such are
 * left of which nothing can be told.
 *
 * <p>Not thread-safe.
 */
public final class BisectSearch {
    private final Set<Integer> skipped = new HashSet<>();
    private int good;
    private int bad;

    /** @param commits how many, with both ends; at least 2 */
    public BisectSearch(int commits) {
        if (commits < 2) {
            throw new IllegalArgumentException(
                    commits + (commits == 1 ? " commit has" : " commits have") + " no two ends");
        }
        this.bad = commits - 1;
    }

    /** The commit to look at: the one nearest to the middle, the earlier of two; empty where the search is over. */
    public OptionalInt next() {
        return IntStream.range(good + 1, bad)
                .filter(commit -> !skipped.contains(commit))
                .boxed()
                .min((a, b) -> Integer.compare(fromMiddle(a), fromMiddle(b)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Twice the distance, which is a whole number. */
    private int fromMiddle(int commit) {
        return Math.abs(2 * commit - good - bad);
    }

    /** It is like the first. */
    public void good(int commit) {
        require(commit);
        good = commit;
    }

    /** It is like the last. */
    public void bad(int commit) {
        require(commit);
        bad = commit;
    }

    /** Nothing can be told of it. */
    public void skip(int commit) {
        require(commit);
        skipped.add(commit);
    }

    private void require(int commit) {
        if (commit <= good || commit >= bad) {
            throw new IllegalArgumentException("commit " + commit + " does not lie between " + good + " and " + bad);
        }
    }

    /** The last commit that is known to be good. */
    public int lastGood() {
        return good;
    }

    /** The first that is known to be bad. Those between the two are suspects as well. */
    public int firstBad() {
        return bad;
    }
}
