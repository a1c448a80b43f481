package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReadTest {
    private static final int SIZE = 300_000;

    @TempDir
    private Path folder;

    private final byte[] bytes = new byte[SIZE];

    private Journal journal() throws IOException {
        new Random(1).nextBytes(bytes);
        Path file = folder.resolve("history.jsonl");
        Files.write(file, bytes);
        return new Journal(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 4096, 4097, 70_000})
    void stretches_areReadWhetherNeighboursOrNot(int gap) throws IOException {
        List<Journal.Stretch> stretches = new ArrayList<>();
        for (int offset = 0; offset < SIZE + 10_000; offset += 3000 + gap) {
            stretches.add(new Journal.Stretch(offset, 3000));
        }

        assertRead(stretches);
    }

    @Test
    void stretches_mayComeInAnyOrderAndOverlap() throws IOException {
        Random random = new Random(2);
        List<Journal.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            stretches.add(new Journal.Stretch(random.nextInt(SIZE + 100), random.nextInt(i % 50 == 0 ? 100_000 : 20)));
        }

        assertRead(stretches);
        assertThat(journal().read(List.of())).isEmpty();
    }

    private void assertRead(List<Journal.Stretch> stretches) throws IOException {
        List<byte[]> read = journal().read(stretches);
        assertThat(read).hasSameSizeAs(stretches);
        for (int i = 0; i < read.size(); i++) {
            int from = (int) Math.min(SIZE, stretches.get(i).offset());
            int to = Math.min(SIZE, from + stretches.get(i).length());
            assertThat(read.get(i)).isEqualTo(Arrays.copyOfRange(bytes, from, to));
        }
    }
}
