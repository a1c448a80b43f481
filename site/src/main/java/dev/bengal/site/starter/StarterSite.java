package dev.bengal.site.starter;

import dev.bengal.site.SiteException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small site that builds without a warning: a home page, a section of three pages, and what publishes it. */
public final class StarterSite {
    /** The files by their place in the site; a resource may not be named like a hidden file. */
    private static final Map<String, String> FILES = files();

    private StarterSite() {}

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("bengal.toml", "bengal.toml");
        files.put(".gitignore", "gitignore");
        files.put("content/_index.md", "home.md");
        files.put("content/guide/_index.md", "guide.md");
        files.put("content/guide/writing.md", "writing.md");
        files.put("content/guide/looks.md", "looks.md");
        files.put("content/guide/publishing.md", "publishing.md");
        return files;
    }

    /**
     * Writes the site into a folder that is not there yet or is empty.
     *
     * @param title of the site; any text of one line
     * @return the files, relative to the folder, in the order in which a writer would read them
     * @throws SiteException where the folder holds something, or the site cannot be written
     */
    public static List<String> write(Path folder, String title) {
        try {
            requireEmpty(folder);
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.writeString(
                        target,
                        resource(file.getValue()).replace("@TITLE@", quoted(title)),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            throw new SiteException("%s: the new site could not be written (%s).".formatted(folder, e), e);
        }
        return new ArrayList<>(FILES.keySet());
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new SiteException(folder + " is there already and is no folder; name another one for the new site.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new SiteException(
                        folder + " is not empty; nothing was written. Name a folder that is new or empty.");
            }
        }
    }

    /** As TOML and YAML both read it between quotes. */
    private static String quoted(String title) {
        StringBuilder text = new StringBuilder("\"");
        title.chars().filter(sign -> !Character.isISOControl(sign)).forEach(sign -> {
            if (sign == '"' || sign == '\\') {
                text.append('\\');
            }
            text.append((char) sign);
        });
        return text.append('"').toString();
    }

    private static String resource(String name) throws IOException {
        try (@Nullable InputStream in = StarterSite.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
