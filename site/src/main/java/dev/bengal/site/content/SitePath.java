package dev.bengal.site.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths on the site, such as {@code /docs/install/}: with a slash at the front, not yet percent-encoded. */
public final class SitePath {
    private SitePath() {}

    /**
     * The normal form of a path that a person wrote: without empty and {@code .} segments, and with a slash at the end unless
     * the last segment has the ending {@code .html}, {@code .xml}, {@code .json} or {@code .txt}. Empty for one that leaves the
     * site by {@code ..}, names another host, or has a character that no file name can have.
     */
    public static Optional<String> normalize(String written) {
        String path = written.strip();
        if (path.startsWith("//") || path.contains("://") || path.chars().anyMatch(SitePath::isForbidden)) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                return Optional.empty();
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        if (segments.isEmpty()) {
            return Optional.of("/");
        }
        String joined = "/" + String.join("/", segments);
        return Optional.of(joined.matches(".*\\.(html|xml|json|txt)") ? joined : joined + "/");
    }

    /** The file for a path, relative to the output folder: {@code docs/install/index.html} for {@code /docs/install/}. */
    public static String file(String path) {
        String relative = path.substring(1);
        return relative.isEmpty() || relative.endsWith("/") ? relative + "index.html" : relative;
    }

    /** The path one level up: {@code /docs/} for {@code /docs/install/}. */
    public static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    private static boolean isForbidden(int c) {
        return c < ' ' || c == 0x7F || c == '\\' || c == '?' || c == '#' || c == '*';
    }
}
