package example.store;

import example.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents in a folder, one file each. */
public record Shelf(Path folder) {
    private static final String ENDING = ".txt";

    public void put(Document document) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(document.name() + ENDING), document.text());
    }

    /** All of them, by name. */
    public List<Document> documents() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            documents.add(new Document(name.substring(0, name.length() - ENDING.length()), Files.readString(file)));
        }
        return documents;
    }
}
