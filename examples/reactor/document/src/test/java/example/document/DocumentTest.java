package example.document;

import static org.junit.jupiter.api.Assertions.assertEquals;


import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void words_areThoseOfTheText() {
        assertEquals(List.of("an", "owl"), new Document("birds", "An owl.").words());
    }

    @Test
    void name_isNeeded() {
        assertThrows(IllegalArgumentException.class, () -> new Document(" ", "An owl."));
    }
}
