package dev.bengal.benchmarks;

import dev.bengal.benchmarks.Outline.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A made-up site. The same number of pages and the same seed give the same bytes, on every machine and in every version of
 * Java; what it looks like must not change without the figures that were measured with it.
 *
 * @param pages files of its content folder, those of the sections included
 */
public record SyntheticSite(int pages, long seed) {
    /** Two editions of it, which differ in its title, of the same length: every page of one differs from the other's. */
    static final List<String> EDITIONS = List.of("one", "two");

    public SyntheticSite {
        if (pages < 1) {
            throw new IllegalArgumentException("a site has at least 1 page, not " + pages);
        }
    }

    /**
     * Writes it to a folder, which is made where there is none. A file with the right bytes is left alone, so that a
     * second time costs next to nothing.
     *
     * @throws IllegalStateException where the folder holds other pages too
     */
    public void writeTo(Path folder) throws IOException {
        write(folder.resolve("bengal.toml"), """
                title = "Synthetic site, no edition"
                baseurl = "https://example.org"
                description = "Made for measuring."
                """);
        for (String edition : EDITIONS) {
            write(
                    folder.resolve("config/environments/" + edition + ".yaml"),
                    "title: Synthetic site, edition " + edition + "\n");
        }
        write(folder.resolve(".gitignore"), "public/\n");
        writePages(folder.resolve("content"), PageForm.BENGAL);
    }

    /** Writes its pages alone, as a generator understands them. */
    public void writePages(Path content, PageForm form) throws IOException {
        List<Place> places = Outline.of(pages);
        for (int i = 0; i < places.size(); i++) {
            write(content.resolve(form.path(places.get(i))), SyntheticPage.text(places, i, seed, form));
        }
        requireNothingElse(content);
    }

    /** The addresses of its pages, from {@code /} on. */
    public List<String> addresses() {
        return Outline.of(pages).stream().map(Place::address).toList();
    }

    private void requireNothingElse(Path content) throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            long found = files.filter(Files::isRegularFile).count();
            if (found != pages) {
                throw new IllegalStateException(content + " holds " + found + " files, where a site of " + pages
                        + " pages has " + pages + "; name an empty folder.");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!hasBytes(file, bytes)) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes);
        }
    }

    private static boolean hasBytes(Path file, byte[] bytes) throws IOException {
        try {
            return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
