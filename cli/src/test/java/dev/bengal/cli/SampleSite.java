package dev.bengal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    public void put(String file, String text) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
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
