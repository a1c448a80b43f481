package dev.bengal.site.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file of the result is to hold. */
public interface Contents {
    /** In bytes. */
    long length() throws IOException;

    /** Whether a regular file of that length holds it. */
    boolean isIn(Path file) throws IOException;

    /** Writes all of it to an empty file. */
    void writeTo(FileChannel draft) throws IOException;

    /** What was made in memory. */
    static Contents of(byte[] bytes) {
        return new MadeContents(bytes);
    }

    /** What another file holds, of any length: it is not read into memory. */
    static Contents copyOf(Path source) {
        return new Contents() {
            @Override
            public long length() throws IOException {
                return Files.size(source);
            }

            @Override
            public boolean isIn(Path file) throws IOException {
                return Files.mismatch(source, file) < 0;
            }

            @Override
            public void writeTo(FileChannel draft) throws IOException {
                try (FileChannel from = FileChannel.open(source)) {
                    long at = 0;
                    for (long step = 1; step > 0; at += step) {
                        step = from.transferTo(at, Integer.MAX_VALUE, draft);
                    }
                }
            }
        };
    }
}
