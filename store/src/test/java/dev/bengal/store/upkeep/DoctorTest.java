package dev.bengal.store.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.store.Answers;
import dev.bengal.store.Finding;
import dev.bengal.store.RandomHistory;
import dev.bengal.store.sql.SqliteIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {
    private static final String A = line("a", 1);
    private static final String B = line("b", 2);
    private static final String EVENT = "{\"schema_version\":1,\"event\":\"excluded\",\"event_id\":\"a\","
            + "\"timestamp\":\"2026-03-04T00:00:00Z\",\"build_id\":\"a\",\"why\":\"a test\"}\n";

    @TempDir
    private Path folder;

    private Path file;
    private Path aside;
    private Journal journal;
    private Doctor doctor;

    @BeforeEach
    void open() {
        file = folder.resolve("history.jsonl");
        aside = folder.resolve("history.damaged.jsonl");
        journal = new Journal(file);
        doctor = new Doctor(journal, "docs");
    }

    @Test
    void healthyHistory_isOnlyRead() throws IOException {
        Files.writeString(file, A + EVENT + B.stripTrailing() + "\r\n");
        BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);

        assertThat(doctor.repair()).isEqualTo(new Diagnosis(3, List.of(), 0, 0, Optional.empty()));

        BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
        assertThat(after.fileKey()).isEqualTo(before.fileKey());
        assertThat(after.lastModifiedTime()).isEqualTo(before.lastModifiedTime());
        assertThat(names()).containsExactly("history.jsonl");
    }

    @Test
    void examine_saysWhatIsWrongAndChangesNothing() throws IOException {
        String content = A + "oops\n\n" + A + B + "{\"torn";
        Files.writeString(file, content);

        Diagnosis diagnosis = doctor.examine();

        assertThat(diagnosis.isHealthy()).isFalse();
        assertThat(diagnosis.sound()).isEqualTo(2);
        assertThat(diagnosis.damaged()).isEqualTo(2);
        assertThat(diagnosis.superfluous()).isEqualTo(2);
        assertThat(diagnosis.findings())
                .containsExactly(
                        new Finding(file, 2, "not a JSON object", true),
                        new Finding(file, 3, "blank line", false),
                        new Finding(file, 4, "there already, letter by letter", false),
                        new Finding(file, 6, "not JSON (unexpected end of line)", true));
        assertThat(file).hasContent(content);
        assertThat(names()).containsExactly("history.jsonl");
    }

    @Test
    void repair_putsDamagedLinesAsideByteForByte() throws IOException {
        byte[] invalid = {'"', (byte) 0xc3, (byte) 0x28, 0, '\r'};
        byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16);
        Files.write(
                file,
                join(
                        A.getBytes(StandardCharsets.UTF_8),
                        invalid,
                        "\n".getBytes(StandardCharsets.UTF_8),
                        utf16,
                        "\n".getBytes(StandardCharsets.UTF_8),
                        B.getBytes(StandardCharsets.UTF_8),
                        "{\"torn".getBytes(StandardCharsets.UTF_8)));

        Diagnosis diagnosis = doctor.repair();

        assertThat(diagnosis.damaged()).isEqualTo(3);
        assertThat(file).hasContent(A + B);
        assertThat(aside)
                .hasBinaryContent(join(
                        invalid,
                        "\n".getBytes(StandardCharsets.UTF_8),
                        utf16,
                        "\n{\"torn\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(doctor.repair().isHealthy()).isTrue();
        assertThat(names()).contains("history.damaged.jsonl", "history.jsonl").doesNotContain("history.draft");
    }

    @Test
    void repair_appendsToWhatWasPutAsideBefore() throws IOException {
        Files.writeString(file, A + "second\n");
        Files.writeString(aside, "first, torn");

        doctor.repair();

        assertThat(aside).hasContent("first, torn\nsecond\n");
    }

    @Test
    void repair_setsAsideWhatContradictsAnIdButNotWhatOnlyRepeatsIt() throws IOException {
        String contradicting = line("a", 7);
        String early = "{\"timestamp\":\"2026-03-04T00:00:07\",\"build_time_ms\":1}\n";
        Files.writeString(
                file,
                "\uFEFF" + A + A.stripTrailing() + "\r\n" + contradicting + early + early.strip() + "\r\n" + EVENT);

        Diagnosis diagnosis = doctor.repair();

        assertThat(diagnosis.damaged()).isEqualTo(1);
        assertThat(diagnosis.superfluous()).isEqualTo(2);
        assertThat(aside).hasContent(contradicting);
        assertThat(file).hasContent("\uFEFF" + A + early + EVENT);
    }

    @Test
    void repair_setsALongLineAside() throws IOException {
        int length = Journal.LONGEST_LINE + 5;
        Files.write(
                file,
                join(
                        A.getBytes(StandardCharsets.UTF_8),
                        new byte[length],
                        ("\n" + B).getBytes(StandardCharsets.UTF_8)));

        Diagnosis diagnosis = doctor.repair();

        assertThat(diagnosis.findings()).containsExactly(Finding.ofLongLine(file, 2, length));
        assertThat(file).hasContent(A + B);
        assertThat(aside).hasSize(length + 1L);
    }

    @Test
    void repair_leavesAHistoryAsItWasWhereNothingCanBePutAside() throws IOException {
        String content = A + "oops\n" + B;
        Files.writeString(file, content);
        Files.createDirectory(aside);

        assertThatThrownBy(() -> doctor.repair())
                .isInstanceOf(JournalException.class)
                .hasMessage(file + " cannot be rewritten: " + aside
                        + " cannot be written (Is a directory); it is as it was");
        assertThat(file).hasContent(content);
        assertThat(names()).doesNotContain("history.draft");
    }

    @Test
    void repair_replacesWhatALinkLeadsTo() throws IOException {
        Path real =
                Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("builds"), A + "oops\n");
        Files.createSymbolicLink(file, real);

        doctor.repair();

        assertThat(file).isSymbolicLink();
        assertThat(real).hasContent(A);
    }

    @Test
    void repair_ofALinkThatLeadsNowhereIsNothing() throws IOException {
        Files.createSymbolicLink(file, folder.resolve("nowhere"));

        assertThat(doctor.repair().isHealthy()).isTrue();
        assertThat(file).isSymbolicLink();
    }

    @Test
    void bothWays_sayThatTheHistoryIsAFolder() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> doctor.examine()).hasMessage(file + " cannot be read: Is a directory");
        assertThatThrownBy(() -> doctor.repair()).hasMessage(file + " cannot be read: Is a directory");
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void repair_changesNoAnswer(long seed) throws IOException {
        Files.write(file, new RandomHistory(seed).nextBytes(120));
        Answers before = Answers.ofTheJournal(journal);

        doctor.repair();

        Answers after = Answers.ofTheJournal(journal);
        assertThat(after.series()).isEqualTo(before.series());
        assertThat(after.events()).isEqualTo(before.events());
        for (int i = 0; i < before.histories().size(); i++) {
            assertThat(after.histories().get(i).recorded())
                    .isEqualTo(before.histories().get(i).recorded());
        }
        assertThat(after.histories().get(0).findings()).noneMatch(Finding::lost);
        assertThat(doctor.examine().isHealthy()).isTrue();
        Answers.assertIndexSaysTheSame(journal);
    }

    @Test
    void repair_makesAnIndexAgainThatSomeoneTamperedWith() throws IOException, SQLException {
        Files.writeString(file, A + B);
        new SqliteIndex(journal, "docs").ask(reader -> reader.events());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("index.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE tail SET row = (SELECT row FROM tail WHERE number = 1) WHERE number = 2");
        }

        assertThat(doctor.examine().index()).contains("it says something else of the build of line 2");
        assertThat(doctor.repair().index()).contains("it says something else of the build of line 2");
        assertThat(doctor.examine().isHealthy()).isTrue();
        Answers.assertIndexSaysTheSame(journal);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static String line(String id, int second) {
        return RecordEncoder.line(SampleBuild.id(id)
                        .start("2026-03-04T00:00:0%dZ".formatted(second))
                        .build())
                + "\n";
    }
}
