package example.index;

import example.stem.Stem;
import example.text.Words;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which documents have which word, and how often. */
public final class Index {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final SortedSet<String> documents = new TreeSet<>();

    public void add(String document, String text) {
        documents.add(document);
        for (String word : Words.of(text)) {
            counts.computeIfAbsent(Stem.of(word), stem -> new TreeMap<>()).merge(document, 1, Integer::sum);
        }
    }

    /** Document to number of times, for the stem of a word. */
    public Map<String, Integer> counts(String stem) {
        return counts.getOrDefault(stem, Map.of());
    }

    public SortedSet<String> stems() {
        return new TreeSet<>(counts.keySet());
    }

    public int size() {
        return documents.size();
    }
}
