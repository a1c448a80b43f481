package dev.bengal.site.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private Path source(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return Files.write(folder.resolve("source"), bytes);
    }

    private Path copy(Contents contents) throws IOException {
        Path copy = folder.resolve("copy");
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            contents.writeTo(channel);
        }
        return copy;
    }

    @Test
    void copy_isWhatItIsACopyOf() throws IOException {
        for (int length : new int[] {0, 1, 3 * MEBIBYTE + 7}) {
            Path source = source(length);
            Contents contents = Contents.copyOf(source);
            Path copy = copy(contents);

            assertThat(copy).hasSameBinaryContentAs(source);
            assertThat(contents.length()).isEqualTo(length);
            assertThat(contents.isIn(copy)).isTrue();
            Files.write(copy, new byte[] {1}, StandardOpenOption.APPEND);
            assertThat(contents.isIn(copy)).isFalse();
            Files.delete(copy);
        }
    }

    @Test
    void made_isWhatWasMade() throws IOException {
        for (int length : new int[] {0, 1, 32 * 1024, MEBIBYTE + 7}) {
            byte[] bytes = Files.readAllBytes(source(length));
            Contents contents = Contents.of(bytes.clone());
            Path copy = copy(contents);

            assertThat(copy).hasBinaryContent(bytes);
            assertThat(contents.length()).isEqualTo(length);
            assertThat(contents.isIn(copy)).isTrue();
            Files.write(copy, new byte[] {1}, StandardOpenOption.APPEND);
            assertThat(contents.isIn(copy)).as("longer").isFalse();
            if (length > 0) {
                Files.write(copy, Arrays.copyOf(bytes, length - 1));
                assertThat(contents.isIn(copy)).as("shorter").isFalse();
                bytes[length - 1]++;
                Files.write(copy, bytes);
                assertThat(contents.isIn(copy)).as("other end").isFalse();
            }
            Files.delete(copy);
        }
    }

    /** A build that finds its own result would else seem to need many times as much as one that writes it. */
    @Test
    void comparison_allocatesNoSecondArray() throws IOException {
        Contents contents = Contents.of(Files.readAllBytes(source(MEBIBYTE)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Path copy = copy(contents);
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(contents.isIn(copy)).isTrue();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MEBIBYTE / 4);
    }

    /** A film of more than two gigabytes fits into no array. */
    @Test
    void copy_isNotReadIntoMemory() throws IOException {
        Contents contents = Contents.copyOf(source(32 * MEBIBYTE));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(contents.isIn(copy(contents))).isTrue();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 * MEBIBYTE);
    }
}
