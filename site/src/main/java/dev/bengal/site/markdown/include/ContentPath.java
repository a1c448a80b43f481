package dev.bengal.site.markdown.include;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Files that a text names by a path. */
public final class ContentPath {
    private ContentPath() {}

    /**
     * The file relative to the root of the site, such as {@code content/_snippets/note.md}; empty where the path leaves the
     * content folder or goes through a hidden one.
     *
     * @param folder that a path without a slash in front begins in, relative to the content folder
     */
    static Optional<String> of(String folder, String path) {
        return under("content", folder, path);
    }

    /** The same in the folder of the data, where a path may also begin with that folder's name. */
    public static Optional<String> ofData(String path) {
        return under("data", "", path.startsWith("data/") ? path.substring("data/".length()) : path);
    }

    private static Optional<String> under(String top, String folder, String path) {
        Deque<String> segments = new ArrayDeque<>();
        String whole = path.startsWith("/") ? path : folder + "/" + path;
        for (String segment : whole.split("/")) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if ((segment.startsWith(".") && !segment.equals(".")) || segment.indexOf('\\') >= 0) {
                return Optional.empty();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(top + "/" + String.join("/", segments));
    }
}
