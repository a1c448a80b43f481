package dev.bengal.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteConnection;
import org.sqlite.util.LibraryLoaderUtil;

/** The part of SQLite that is no Java. The driver unpacks it anew in each process, which takes longer than most questions do. */
public final class NativeLibrary {
    private NativeLibrary() {}

    /**
     * Writes the one for this machine to a file, from where the driver takes it when its properties {@code org.sqlite.lib.path} and
     * {@code org.sqlite.lib.name} name folder and file.
     *
     * @param file must not exist
     * @return false where the driver has none for this machine
     */
    public static boolean copyTo(Path file) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibResourcePath() + '/' + LibraryLoaderUtil.getNativeLibName();
        try (InputStream library = SQLiteConnection.class.getResourceAsStream(name)) {
            if (library != null) {
                Files.copy(library, file);
            }
            return library != null;
        }
    }
}
