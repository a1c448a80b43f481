package example.store;

import static org.junit.jupiter.api.Assertions.assertEquals;


import example.document.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    @TempDir
    private Path folder;

    @Test
    void documents_comeBackByName() throws Exception {
        Shelf shelf = new Shelf(folder.resolve("shelf"));
        Document owls = new Document("owls", "Owls hunt.");
        Document bats = new Document("bats", "Bats too.");
        shelf.put(owls);
        shelf.put(bats);

        assertEquals(List.of(bats, owls), shelf.documents());
    }

    @Test
    void otherFiles_areLeftOut() throws Exception {
        Files.writeString(folder.resolve("notes.md"), "Not a document.");

        assertEquals(List.of(), new Shelf(folder).documents());
    }
}
