package dev.bengal.store.sql;

import static dev.bengal.store.Answers.assertIndexHoldsTheSame;
import static dev.bengal.store.Answers.assertIndexSaysTheSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.store.Answers;
import dev.bengal.store.RandomHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a history holds, and however it came to hold it, its index gives the answers that the history gives. */
class IndexEquivalenceTest {
    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("history.jsonl");
        journal = new Journal(file);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void index_followsAHistoryThatGrowsInPieces(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] all = new RandomHistory(seed).nextBytes(120);

        // The pieces end anywhere: in lines, in characters, between a record and its newline.
        for (int end = 0; end < all.length; ) {
            int piece = Math.min(all.length - end, 1 + random.nextInt(random.nextBoolean() ? 30_000 : 700));
            append(Arrays.copyOfRange(all, end, end + piece));
            end += piece;

            assertIndexSaysTheSame(journal);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void index_followsAHistoryThatIsReplaced(long seed) throws IOException {
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(seed);
        for (int i = 0; i < 4; i++) {
            byte[] lines = history.nextBytes(30 + random.nextInt(60));
            switch (random.nextInt(3)) {
                case 0 -> Files.write(file, lines);
                case 1 -> append(lines);
                default -> replace(lines);
            }
            assertIndexSaysTheSame(journal);
        }
    }

    @Test
    void index_knowsALastLineWithoutItsNewline() throws IOException {
        String build = new RandomHistory(21).next(1).get(0).strip();
        for (String end : new String[] {"", "\r", " ", "\t\r"}) {
            Files.writeString(file, build + end);

            assertIndexSaysTheSame(journal);
        }
    }

    @Test
    void index_forgetsALastLineThatSomethingWasGluedTo() throws IOException {
        String build = new RandomHistory(22).next(1).get(0).strip();
        Files.writeString(file, build);
        assertIndexSaysTheSame(journal);

        append("{}\n".getBytes(StandardCharsets.UTF_8));

        assertIndexSaysTheSame(journal);
        assertThat(Answers.ofTheJournal(journal).histories().get(0).recorded()).isZero();
    }

    @Test
    void index_tellsOfALongLineThatIsTorn() throws IOException {
        Files.write(file, new RandomHistory(23).nextBytes(5));
        append(new byte[Journal.LONGEST_LINE + 7]);

        assertIndexHoldsTheSame(journal);

        append("\n".getBytes(StandardCharsets.UTF_8));

        assertIndexHoldsTheSame(journal);
    }

    @Test
    void index_takesHalvesOfCharactersAndNulsForSigns() throws IOException {
        String build = new RandomHistory(24).next(1).get(0).strip();
        Files.writeString(
                file,
                build.replace("\"id0\"", "\"\\ud83d\"") + "\n" + build.replace("\"id0\"", "\"a\\u0000b\"") + "\n"
                        + build.replaceAll("\"timestamp\":\"[^\"]*", "\"timestamp\":\"2026-03-04T05:06:07.123456789Z")
                        + "\n");

        assertIndexSaysTheSame(journal);
        assertThat(new SqliteIndex(journal, "docs").complaint()).isEmpty();
    }

    @Test
    void index_knowsEventsWhoseKeysAreEscaped() throws IOException {
        String build = new RandomHistory(25).next(1).get(0).strip();
        Files.writeString(
                file,
                build + "\n{\"\\u0065vent\":\"excluded\",\"event_id\":\"e\","
                        + "\"timestamp\":\"2026-03-04T00:00:00Z\",\"build_id\":\"id0\",\"why\":\"a test\"}\n");

        assertIndexSaysTheSame(journal);
        assertThat(Answers.ofTheJournal(journal).events()).hasSize(1);
    }

    private void replace(byte[] lines) throws IOException {
        Path draft = Files.write(folder.resolve("draft"), lines);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
