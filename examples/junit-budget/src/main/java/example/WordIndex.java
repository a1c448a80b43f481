package example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Knows the lines that a word is on. */
public final class WordIndex {
    private final Map<String, List<Integer>> lines = new TreeMap<>();

    /** Adds the words of one line. */
    public void add(int number, String line) {
        for (String word : line.split(" ")) {
            lines.computeIfAbsent(word, unknown -> new ArrayList<>()).add(number);
        }
    }

    /** The numbers of the lines that hold the word, in the order in which they were added. */
    public List<Integer> linesWith(String word) {
        return lines.getOrDefault(word, List.of());
    }
}
