package example.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;


import example.document.Document;
import example.query.Query;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private final Snippet snippet = new Snippet(Query.of("owl"), 2);

    @Test
    void wordsAround_areShown() {
        assertEquals(
                "night the [owls] hunt mice",
                snippet.of(new Document("a", "At night the owls hunt mice in the fields.")));
    }

    @Test
    void edges_areNoFault() {
        assertEquals("[owls]", snippet.of(new Document("a", "Owls!")));
        assertEquals("", snippet.of(new Document("a", "Bats.")));
    }
}
