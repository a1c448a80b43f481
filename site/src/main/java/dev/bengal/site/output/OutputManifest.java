package dev.bengal.site.output;

import dev.bengal.site.content.SiteLinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Remembers in {@code .bengal-cache/} which files a build wrote, one list for each output folder, so that a later build can
 * delete those that it no longer makes, and no others.
 */
final class OutputManifest {
    /** As it was encoded: none from the top. */
    private static final Pattern NAME = Pattern.compile("[^/?#][^?#]*");

    private final CacheFolder cache;
    private final Path list;

    /** The list of an output folder of the site in {@code root}. */
    OutputManifest(Path root, Path folder) {
        this.cache = new CacheFolder(root);
        this.list = cache.file("output", folder, ".txt");
    }

    /** What earlier builds wrote, as the last of them left it. */
    Set<String> earlier() throws IOException {
        Set<String> names = new HashSet<>();
        read().forEach(file -> names.add(SiteLinks.decode(file)));
        return names;
    }

    /** What {@link OutputFolder#settle} does. */
    int settle(OutputFolder output, boolean complete) throws IOException {
        List<String> made = encoded(output.files());
        if (isAt(made)) {
            return 0;
        }
        Set<String> remembered = new TreeSet<>(made);
        Set<String> stale = new HashSet<>(read());
        stale.removeAll(remembered);
        List<IOException> failed = new ArrayList<>();
        if (complete) {
            for (String file : stale) {
                try {
                    output.delete(SiteLinks.decode(file));
                } catch (IOException e) {
                    failed.add(e);
                    remembered.add(file);
                }
            }
        } else {
            remembered.addAll(stale);
        }
        write(remembered);
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
        return complete ? stale.size() : 0;
    }

    private List<String> read() throws IOException {
        if (!Files.exists(list)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(NAME.asMatchPredicate()).toList();
        }
    }

    private void write(Set<String> files) throws IOException {
        if (!isAt(files)) {
            cache.write(list, out -> out.write(bytes(files)));
        }
    }

    private boolean isAt(Collection<String> files) throws IOException {
        return Files.exists(list) && java.util.Arrays.equals(Files.readAllBytes(list), bytes(files));
    }

    private static byte[] bytes(Collection<String> files) {
        return (String.join("\n", files) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Sorted. A name may hold a line break; an encoded one does not. */
    private static List<String> encoded(Set<String> files) {
        List<String> encoded = new ArrayList<>(files.size());
        files.forEach(file -> encoded.add(SiteLinks.encode(file)));
        encoded.sort(null);
        return encoded;
    }
}
