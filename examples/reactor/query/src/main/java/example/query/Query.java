package example.query;

import example.stem.Stem;
import example.text.Words;
import java.util.List;

/** What is asked for: stems, each once. */
public record Query(List<String> stems) {
    public Query {
        stems = List.copyOf(stems);
    }

    public static Query of(String text) {
        return new Query(Words.of(text).stream().map(Stem::of).distinct().toList());
    }

    public boolean asksFor(String word) {
        return stems.contains(Stem.of(word));
    }
}
