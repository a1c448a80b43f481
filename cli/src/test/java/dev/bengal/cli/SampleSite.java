package dev.bengal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A small site in a folder. */
public record SampleSite(Path folder) {
    public static SampleSite in(Path folder) {
        SampleSite site = new SampleSite(folder);
        site.put("content/_index.md", "---\ntitle: Home\n---\n\nWelcome.\n");
        site.put("content/guide/_index.md", "---\ntitle: Guide\n---\n\nHow it is done.\n");
        site.put("content/guide/first.md", "---\ntitle: First\n---\n\n# First\n\nText.\n");
        return site;
    }

    /** At once, as editors save: whoever watches the folder finds no empty file, and no half of one. */
    public void put(String file, String text) {
        Path path = folder.resolve(file);
        Path draft = folder.resolve(file + "~");
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(draft, text);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path history() {
        return folder.resolve(".bengal-metrics/history.jsonl");
    }

    List<String> records() {
        try {
            return Files.exists(history()) ? Files.readAllLines(history()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
