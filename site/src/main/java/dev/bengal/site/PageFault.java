package dev.bengal.site;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something in one file that kept a page from being built; the other pages were.
 *
 * @param file the file, relative to the root of the site, with {@code /}
 * @param line the line in that file, from 1, or null where no single line is to blame
 * @param reason what is wrong and what to do, for the author of the page
 */
public record PageFault(String file, @Nullable Integer line, String reason) implements Comparable<PageFault> {
    private static final Comparator<PageFault> ORDER = Comparator.comparing(PageFault::file)
            .thenComparing(PageFault::line, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(PageFault::reason);

    public PageFault {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }

    /** A fault of the whole file. */
    public static PageFault of(String file, String reason) {
        return new PageFault(file, null, reason);
    }

    /** By file, then line. */
    @Override
    public int compareTo(PageFault other) {
        return ORDER.compare(this, other);
    }

    /** {@code content/a.md:3: reason}, the form that editors and CI turn into a link. */
    @Override
    public String toString() {
        return line == null ? file + ": " + reason : file + ":" + line + ": " + reason;
    }
}
