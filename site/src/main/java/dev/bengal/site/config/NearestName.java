package dev.bengal.site.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that was probably meant, by the number of letters that would have to change. */
public final class NearestName {
    /** A name beyond this is no slip of the pen. */
    private static final int LONGEST = 80;

    private NearestName() {}

    /** The one of some names that differs from a wrong one by a third of its letters at most; ties by the alphabet. */
    public static Optional<String> of(String wrong, Collection<String> names) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, wrong.length() / 3);
        return names.stream()
                .filter(name -> Math.abs(name.length() - wrong.length()) <= most)
                .filter(name -> distance(wrong, name) <= most)
                .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Levenshtein's distance, with two neighbours that changed places as one step.
     *
     * @see <a href="https://doi.org/10.1145/363958.363994">Damerau, 1964</a>
     */
    public static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(one, other, steps, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int step(String one, String other, int[][] steps, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1);
        least = Math.min(least, steps[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
