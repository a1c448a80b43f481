package example.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;


import example.index.Index;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void distance_countsLetters() {
        assertEquals(0, Suggestions.distance("owl", "owl"));
        assertEquals(3, Suggestions.distance("kitten", "sitting"));
        assertEquals(3, Suggestions.distance("", "owl"));
    }

    @Test
    void nearestWord_isSuggested() {
        Index index = new Index();
        index.add("a", "forest owl");

        assertEquals(Optional.of("owl"), new Suggestions(index).nearest("owk"));
        assertEquals(Optional.empty(), new Suggestions(index).nearest("mountain"));
    }
}
