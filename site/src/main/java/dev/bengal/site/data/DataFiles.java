package dev.bengal.site.data;

import dev.bengal.site.SiteException;
import dev.bengal.site.theme.FileTree;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the files of {@code data/} hold: {@code data/team/people.yaml} is {@code data.team.people}. The files are YAML, JSON and TOML;
 * others are left alone.
 */
public final class DataFiles {
    private static final String FOLDER = "data";

    private final Path folder;
    private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private int files;

    private DataFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the folder of the site in {@code root}, if there is one.
     *
     * @throws SiteException if a file cannot be read or is broken, with its line, or if two have one name
     */
    public static DataFiles of(Path root) {
        DataFiles data = new DataFiles(root.resolve(FOLDER));
        try {
            for (String name : FileTree.of(data.folder)) {
                data.read(name);
            }
        } catch (IOException e) {
            throw new SiteException(data.folder + " cannot be read (" + e.getMessage() + ").", e);
        }
        return data;
    }

    /** Maps, lists, texts, numbers, yes or no and null, by the names of folders and files. */
    public Map<String, @Nullable Object> tree() {
        return Collections.unmodifiableMap(tree);
    }

    /** How many files were read. */
    public int size() {
        return files;
    }

    private void read(String name) {
        Optional<DataFormat> format = DataFormat.of(name);
        boolean isSkipped = List.of(name.split("/")).stream().anyMatch(part -> part.startsWith("."));
        if (format.isEmpty() || isSkipped) {
            return;
        }
        String place = name.substring(0, name.lastIndexOf('.'));
        claim(place, name);
        Map<String, @Nullable Object> at = tree;
        String[] parts = place.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            at = below(at, parts[i]);
        }
        at.put(parts[parts.length - 1], value(name, format.get()));
        files++;
    }

    /** A file and a folder, or two files, of one name would hide each other. */
    private void claim(String place, String name) {
        for (int slash = place.indexOf('/'); slash > 0; slash = place.indexOf('/', slash + 1)) {
            String other = places.put(place.substring(0, slash), "");
            if (other != null && !other.isEmpty()) {
                throw twice(other, FOLDER + "/" + place.substring(0, slash) + "/");
            }
        }
        String other = places.put(place, FOLDER + "/" + name);
        if (other != null) {
            throw twice(other.isEmpty() ? FOLDER + "/" + place + "/" : other, FOLDER + "/" + name);
        }
    }

    private static SiteException twice(String one, String other) {
        return new SiteException(
                "%s and %s have the same name to a template; rename one of them.".formatted(one, other));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> below(Map<String, @Nullable Object> at, String name) {
        return (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(
                at.computeIfAbsent(name, folder -> new LinkedHashMap<String, Object>()));
    }

    private @Nullable Object value(String name, DataFormat format) {
        String file = FOLDER + "/" + name;
        try {
            String text = Files.readString(folder.resolve(name));
            return format.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new SiteException(file + " is not UTF-8; save it in that encoding.", e);
        } catch (IOException e) {
            throw new SiteException(file + " cannot be read (" + e + ").", e);
        } catch (DataFault e) {
            throw new SiteException(file + ":" + e.line() + ": " + e.getMessage() + ".", e);
        }
    }
}
