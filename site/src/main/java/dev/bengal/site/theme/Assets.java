package dev.bengal.site.theme;

import dev.bengal.site.SiteException;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.output.ContentHash;
import dev.bengal.site.output.Contents;
import dev.bengal.site.output.OutputFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What documents load: the theme's style sheet and script and the files of the site's {@code assets/}, which cover the theme's
 * by name. Style sheets and scripts get a fingerprint in their names, all else keeps its name, for pages link to it.
 */
public final class Assets {
    private static final List<String> THEME = List.of("bengal.css", "bengal.js");

    private final SiteLinks links;
    private final Map<String, String> outputs = new TreeMap<>();

    private Assets(SiteLinks links) {
        this.links = links;
    }

    /**
     * Writes them.
     *
     * @param fingerprint whether names get a fingerprint at all
     */
    public static Assets publish(Path root, OutputFolder output, SiteLinks links, boolean fingerprint) {
        Assets assets = new Assets(links);
        try {
            Path folder = root.resolve("assets");
            for (String name : FileTree.of(folder)) {
                Path file = folder.resolve(name);
                if (isCode(name)) {
                    assets.publish(name, Files.readAllBytes(file), output, fingerprint);
                } else {
                    assets.publish(name, "assets/" + name, Contents.copyOf(file), output);
                }
            }
            for (String name : THEME) {
                if (!assets.outputs.containsKey(name)) {
                    assets.publish(name, theme(name), output, fingerprint);
                }
            }
        } catch (IOException e) {
            throw new SiteException("An asset cannot be copied: " + e.getMessage() + ".", e);
        }
        return assets;
    }

    private static byte[] theme(String name) throws IOException {
        try (InputStream stream = Assets.class.getResourceAsStream("assets/" + name)) {
            if (stream == null) {
                throw new IOException("the theme has no " + name);
            }
            return stream.readAllBytes();
        }
    }

    private void publish(String name, byte[] bytes, OutputFolder output, boolean fingerprint) throws IOException {
        String file = "assets/" + (fingerprint ? fingerprinted(name, bytes) : name);
        publish(name, file, Contents.of(bytes), output);
    }

    private void publish(String name, String file, Contents contents, OutputFolder output) throws IOException {
        output.write(file, contents);
        outputs.put(name, file);
    }

    private static boolean isCode(String name) {
        return name.endsWith(".css") || name.endsWith(".js");
    }

    private static String fingerprinted(String name, byte[] bytes) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "." + ContentHash.of(bytes) + name.substring(dot);
    }

    /** Tells other addresses apart: which asset has which. */
    public long checksum() {
        Checksum checksum = new Checksum();
        outputs.forEach((name, file) -> checksum.add(name).add(file));
        return checksum.value();
    }

    /** How many were written. */
    public int size() {
        return outputs.size();
    }

    /** The address of an asset; that of its plain name where there is no such file. */
    String href(String name) {
        return links.href("/" + outputs.getOrDefault(name, "assets/" + name));
    }
}
