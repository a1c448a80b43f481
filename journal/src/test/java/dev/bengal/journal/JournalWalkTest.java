package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalWalkTest {
    /** How much is read at once: lines that end around its multiples are the ones that get cut. */
    private static final int CHUNK = 65536;

    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("history.jsonl");
        journal = new Journal(file);
    }

    @Test
    void walk_ofAMissingOrEmptyHistorySeesNothing() throws IOException {
        assertThat(forwards()).isEmpty();
        assertThat(backwards()).isEmpty();

        Files.createFile(file);

        assertThat(forwards()).isEmpty();
        assertThat(backwards()).isEmpty();
    }

    @Test
    void walk_numbersLinesAndTellsTheirOffsets() throws IOException {
        Files.writeString(file, "a\näö\n\nlast");

        // ä and ö are two bytes each: 0, 2, 2 + 4 + 1, 7 + 1.
        assertThat(forwards())
                .containsExactly(
                        new Line(1, 0, "a", true),
                        new Line(2, 2, "äö", true),
                        new Line(3, 7, "", true),
                        new Line(4, 8, "last", false));
    }

    @Test
    void walkBackwards_leavesEmptyLinesOut() throws IOException {
        Files.writeString(file, "\n\na\n\n\nb\n\n");

        assertThat(backwards()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"only", "only\n", "\n", "\n\n", "a\r\nb\r\n", "a\n\r\nb", " \n\t\n"})
    void bothDirections_agreeOn(String content) throws IOException {
        Files.writeString(file, content);

        assertBothDirections(content);
    }

    @Test
    void walk_leavesCarriageReturnsToTheReader() throws IOException {
        Files.writeString(file, "a\r\nb\r\n");

        assertThat(forwards()).extracting(Line::text).containsExactly("a\r", "b\r");
        assertThat(backwards()).containsExactly("b\r", "a\r");
    }

    @ParameterizedTest
    @ValueSource(ints = {CHUNK - 2, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 5 * CHUNK + 7})
    void bothDirections_agreeOnLinesAroundAChunk(int length) throws IOException {
        String content = "first\n" + "x".repeat(length) + "\n" + "y".repeat(length) + "\nlast\n";
        Files.writeString(file, content);

        assertBothDirections(content);

        String exact = "z".repeat(length);
        Files.writeString(file, exact);

        assertBothDirections(exact);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothDirections_agreeOnGeneratedContent(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            int length = switch (random.nextInt(5)) {
                case 0 -> 0;
                case 1 -> random.nextInt(3 * CHUNK);
                default -> random.nextInt(200);
            };
            content.append(String.valueOf((char) ('a' + random.nextInt(26))).repeat(length));
            content.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        if (random.nextBoolean()) {
            content.append("torn");
        }
        Files.writeString(file, content);

        assertBothDirections(content.toString());
    }

    @Test
    void walkBackwards_stopsWhenAsked() throws IOException {
        Files.writeString(file, "a\nb\nc\n");
        List<String> seen = new ArrayList<>();

        journal.walkBackwards(line -> {
            seen.add(text(line));
            return seen.size() < 2;
        });

        assertThat(seen).containsExactly("c", "b");
    }

    @Test
    void walk_saysThatTheHistoryIsAFolder() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(this::forwards)
                .isInstanceOf(JournalException.class)
                .hasMessage(file + " cannot be read: Is a directory");
        assertThatThrownBy(this::backwards)
                .isInstanceOf(JournalException.class)
                .hasMessage(file + " cannot be read: Is a directory");
    }

    /** Both directions against a plain split of the text. */
    private void assertBothDirections(String content) {
        List<Line> expected = new ArrayList<>();
        int start = 0;
        while (start < content.length()) {
            int newline = content.indexOf('\n', start);
            int end = newline < 0 ? content.length() : newline;
            expected.add(new Line(expected.size() + 1L, start, content.substring(start, end), newline >= 0));
            start = end + 1;
        }
        List<String> newestFirst = new ArrayList<>(expected.stream()
                .map(Line::text)
                .filter(text -> !text.isEmpty())
                .toList());
        Collections.reverse(newestFirst);

        assertThat(forwards()).isEqualTo(expected);
        assertThat(backwards()).isEqualTo(newestFirst);
    }

    private List<Line> forwards() {
        List<Line> lines = new ArrayList<>();
        journal.walk((number, offset, line, whole) -> lines.add(new Line(number, offset, text(line), whole)));
        return lines;
    }

    private List<String> backwards() {
        List<String> lines = new ArrayList<>();
        journal.walkBackwards(line -> lines.add(text(line)));
        return lines;
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private record Line(long number, long offset, String text, boolean whole) {}
}
