package example.snippet;

import example.document.Document;
import example.query.Query;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The first words of a document around one that was asked for, which stands in brackets. */
public record Snippet(Query query, int around) {
    public String of(Document document) {
        String[] words = document.words().toArray(String[]::new);
        int first = 0;
        while (first < words.length && !query.asksFor(words[first])) {
            first++;
        }
        if (first == words.length) {
            return "";
        }
        return Arrays.stream(words, Math.max(0, first - around), Math.min(words.length, first + around + 1))
                .map(word -> query.asksFor(word) ? "[" + word + "]" : word)
                .collect(Collectors.joining(" "));
    }
}
