package example.search;

import static org.junit.jupiter.api.Assertions.assertEquals;


import example.document.Document;
import example.store.Shelf;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    @TempDir
    private Path folder;

    private Library library;

    @BeforeEach
    void shelf() throws Exception {
        Shelf shelf = new Shelf(folder);
        shelf.put(new Document("owls", "At night the owls hunt. An owl hears well."));
        shelf.put(new Document("bats", "Bats hear what an owl does not."));
        library = new Library(shelf);
    }

    @Test
    void bestDocument_isFirst() {
        assertEquals(
                List.of("owls: at night the [owls] hunt an [owl]", "bats: hear what an [owl] does not"),
                library.search("owl"));
    }

    @Test
    void mistypedWord_isCorrected() {
        assertEquals("owl hunt", library.corrected("owk hunt"));
    }
}
