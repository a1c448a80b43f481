package dev.bengal.site;

import java.nio.file.Path;

/**
 * What a file is called below a folder: with {@code /} between the parts, whatever the file system writes there. A
 * {@code \} that is part of a name, as it may be where {@code /} is the separator, stays.
 */
public final class RelativeName {
    private RelativeName() {}

    /** Empty for the folder itself. */
    public static String of(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
