package dev.bengal.site.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the sources of a site may lie. */
final class SourcePlaces {
    /** Directly in the root; each with all that is in it. */
    static final List<String> FOLDERS = List.of("content", "assets", "static", "templates", "data", "config");

    private static final Set<String> FILES = Set.of("bengal.toml", "bengal.yaml", "bengal.yml");

    /** What editors put beside a file while it is open or being saved: Vim, Emacs, JetBrains, GLib, Kate, and macOS. */
    private static final Pattern PASSING = Pattern.compile(
            ".*~|\\..*\\.sw[a-z]|4913|\\.#.*|#.*#|.*___jb_(tmp|old)___|\\.goutputstream-.*|\\..*\\.kate-swp|\\.DS_Store");

    private SourcePlaces() {}

    /** Whether this entry of the root is a source, or a folder of them. */
    static boolean isOfRoot(String name) {
        return FILES.contains(name) || FOLDERS.contains(name);
    }

    /** Whether a name is that of a file which is gone in a moment and never published. */
    static boolean isPassing(String name) {
        return PASSING.matcher(name).matches();
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
