package example.suggest;

import example.index.Index;
import java.util.Comparator;
import java.util.Optional;

/** The known word that is nearest to one that nobody knows. */
public record Suggestions(Index index) {
    private static final int FARTHEST = 2;

    public Optional<String> nearest(String stem) {
        return index.stems().stream()
                .filter(known -> distance(stem, known) <= FARTHEST)
                .min(Comparator.comparingInt(known -> distance(stem, known)));
    }

    /** How many letters have to be put in, taken away or replaced. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
