package example.text;

import static org.junit.jupiter.api.Assertions.assertEquals;


import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void punctuation_partsWords() {
        assertEquals(List.of("the", "owl", "s", "2", "eyes"), Words.of("The owl's 2 eyes!"));
    }

    @Test
    void nothing_hasNoWords() {
        assertEquals(List.of(), Words.of(" ... "));
    }
}
