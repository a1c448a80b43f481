package dev.bengal.site.content;

import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.work.Lazy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page that is written from a file of {@code content/}; everything but its text.
 *
 * @param source the file, relative to the content folder, such as {@code docs/_index.md}
 * @param path on the site, such as {@code /docs/}
 * @param addressLine the line that chose the path, or null where the name of the file did
 * @param placement where it asks to be in menus
 * @param parameters its front matter as a template sees it, with what the folders around it hand down
 */
public record Page(
        String source,
        String path,
        @Nullable Integer addressLine,
        Headline headline,
        Listing listing,
        Look look,
        List<Alias> aliases,
        Placement placement,
        Lazy<Map<String, @Nullable Object>> parameters) {
    public Page {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(path, "path");
        aliases = List.copyOf(aliases);
    }

    /**
     * Adds all that others may show of it, so that they are made again when it changes; the aliases show nowhere. Written out,
     * for the JVM makes {@code toString} of records at run time, which takes a small build a tenth of its time.
     */
    void addTo(Checksum sum) {
        sum.add(source).add(path);
        headline.addTo(sum);
        listing.addTo(sum);
        look.addTo(sum);
    }

    /** The name by which links know it: the source without ending and index, such as {@code docs}. */
    public String name() {
        return nameOf(source);
    }

    /** The file as the author knows it, relative to the root. */
    public String file() {
        return "content/" + source;
    }

    /** Whether the page stands for its folder. */
    public boolean isIndex() {
        return isIndex(source);
    }

    /** The folder of the source, relative to the content folder; empty for the top. */
    public String folder() {
        return folderOf(source);
    }

    static boolean isIndex(String source) {
        String file = source.substring(source.lastIndexOf('/') + 1);
        return file.equals("_index.md") || file.equals("index.md");
    }

    static String folderOf(String source) {
        return source.substring(0, Math.max(0, source.lastIndexOf('/')));
    }

    static String nameOf(String source) {
        return isIndex(source) ? folderOf(source) : source.substring(0, source.length() - ".md".length());
    }

    String naturalPath() {
        String name = name();
        return name.isEmpty() ? "/" : "/" + name + "/";
    }

    Page at(String otherPath) {
        return new Page(source, otherPath, addressLine, headline, listing, look, aliases, placement, parameters);
    }
}
