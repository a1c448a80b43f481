package dev.bengal.site.watch;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What changed among the sources of a site.
 *
 * @param files that were made, changed or deleted, relative to the root, with {@code /}; sorted, each once
 * @param isAnything whether others may have changed too, of which nobody knows
 */
public record SourceChange(List<String> files, boolean isAnything) {
    /** No change. */
    public static final SourceChange NONE = new SourceChange(List.of(), false);

    /** Whatever there is may have changed. */
    public static final SourceChange ANYTHING = new SourceChange(List.of(), true);

    public SourceChange {
        files = List.copyOf(new TreeSet<>(files));
    }

    /** A change of these files and no others. */
    public static SourceChange of(Collection<String> files) {
        return new SourceChange(List.copyOf(files), false);
    }

    /** Whether nothing changed. */
    public boolean isNone() {
        return files.isEmpty() && !isAnything;
    }

    /** Whether nothing but style sheets changed, so that a page may keep its place and take new styles. */
    public boolean isStylesOnly() {
        return !isNone() && !isAnything && files.stream().allMatch(SourceChange::isStyleSheet);
    }

    private static boolean isStyleSheet(String file) {
        return file.endsWith(".css") && (file.startsWith("assets/") || file.startsWith("static/"));
    }

    /** Both changes. */
    public SourceChange and(SourceChange other) {
        if (other.isNone()) {
            return this;
        }
        List<String> both = new java.util.ArrayList<>(files);
        both.addAll(other.files);
        return new SourceChange(both, isAnything || other.isAnything);
    }
}
