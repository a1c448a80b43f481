package example.document;

import example.text.Words;
import java.util.List;

/** A text with a name. */
public record Document(String name, String text) {
    public Document {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A document needs a name.");
        }
    }

    public List<String> words() {
        return Words.of(text);
    }
}
