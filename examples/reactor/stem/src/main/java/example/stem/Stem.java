package example.stem;

import java.util.List;

/** What stays of an English word without its most frequent endings. */
public final class Stem {
    private static final List<String> ENDINGS = List.of("ings", "ing", "edly", "ed", "ly", "es", "s");
    private static final int SHORTEST = 3;

    private Stem() {}

    public static String of(String word) {
        return ENDINGS.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }
}
