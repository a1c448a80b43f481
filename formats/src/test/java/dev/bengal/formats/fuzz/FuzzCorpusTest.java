package dev.bengal.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replays the seeds, and what the fuzzer once found, in every build. */
class FuzzCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/dev/bengal/formats/fuzz");
    private static final Path RESULTS = Path.of("src/test/resources/dev/bengal/formats/results");
    private static final byte TELL_BY_CONTENT = (byte) 0xff;
    private static final int TRIES = 200;

    @TestFactory
    Stream<DynamicTest> inputs_areReadOrRefused() throws IOException {
        List<Path> inputs = files(CORPUS);
        assertThat(inputs).isNotEmpty();
        return inputs.stream()
                .map(input -> dynamicTest(
                        input.getFileName().toString(),
                        () -> ImportFuzzer.fuzzerTestOneInput(Files.readAllBytes(input))));
    }

    /** A few seeded steps of what the fuzzer does for hours: cuts, and bytes that are replaced. */
    @Test
    void damagedResults_areReadOrRefused() throws IOException {
        Random random = new Random(20261125);
        for (Path file : files(RESULTS)) {
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < TRIES; i++) {
                byte[] input = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
                System.arraycopy(whole, 0, input, 1, input.length - 1);
                input[0] = i % 4 == 0 ? (byte) random.nextInt(17) : TELL_BY_CONTENT;
                if (i % 2 == 0 && input.length > 1) {
                    input[1 + random.nextInt(input.length - 1)] = (byte) random.nextInt(256);
                }
                assertThatCode(() -> ImportFuzzer.fuzzerTestOneInput(input))
                        .as("%s, try %s", file, i)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
