package example.search;

import example.document.Document;
import example.index.Index;
import example.query.Query;
import example.rank.Ranking;
import example.snippet.Snippet;
import example.stem.Stem;
import example.store.Shelf;
import example.suggest.Suggestions;
import example.text.Words;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A shelf that can be searched. */
public final class Library {
    private static final int AROUND = 3;

    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Index index = new Index();

    public Library(Shelf shelf) throws IOException {
        for (Document document : shelf.documents()) {
            documents.put(document.name(), document);
            index.add(document.name(), document.text());
        }
    }

    /** A line for each document that has one of the words, the best one first. */
    public List<String> search(String text) {
        Query query = Query.of(text);
        Snippet snippet = new Snippet(query, AROUND);
        return new Ranking(index)
                .of(query.stems()).stream()
                        .map(name -> name + ": " + snippet.of(documents.get(name)))
                        .toList();
    }

    /** The same question with the words that are known here. */
    public String corrected(String text) {
        return Words.of(text).stream()
                .map(word -> index.counts(Stem.of(word)).isEmpty()
                        ? new Suggestions(index).nearest(Stem.of(word)).orElse(word)
                        : word)
                .collect(Collectors.joining(" "));
    }
}
