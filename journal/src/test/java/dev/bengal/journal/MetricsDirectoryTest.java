package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsDirectoryTest {
    private static final BuildMetrics BUILD =
            SampleBuild.id("01abc").start("2026-03-04T05:06:07Z").build();

    @TempDir
    private Path root;

    private Path folder;
    private MetricsDirectory directory;

    @BeforeEach
    void open() {
        folder = root.resolve("deep").resolve(MetricsDirectory.NAME);
        directory = new MetricsDirectory(folder);
    }

    @Test
    void save_laysOutTheFolder() throws IOException {
        directory.save(BUILD);

        assertThat(namesIn(folder)).containsExactly(".gitignore", "builds", "history.jsonl", "history.lock");
        assertThat(folder.resolve(".gitignore")).hasContent("*\n");
        assertThat(folder.resolve("history.jsonl")).hasContent(RecordEncoder.line(BUILD) + "\n");
        assertThat(namesIn(folder.resolve("builds"))).containsExactly("build_20260304T050607Z_01abc.json");
        assertThat(folder.resolve("builds/build_20260304T050607Z_01abc.json"))
                .hasContent(RecordEncoder.pretty(BUILD) + "\n");
    }

    @Test
    void save_leavesAGitignoreThatSomebodyChanged() throws IOException {
        directory.save(BUILD);
        Files.writeString(folder.resolve(".gitignore"), "# ours\n");

        directory.save(BUILD);

        assertThat(folder.resolve(".gitignore")).hasContent("# ours\n");
    }

    @Test
    void save_keepsTheNewestHundredCopies() throws IOException {
        for (int i = 0; i < 103; i++) {
            // In an order that is not that of time: 0, 50, 100, 47, ... all of 0 to 102, since 50 and 103 share no
            // factor.
            int minute = i * 50 % 103;
            directory.save(SampleBuild.id("id" + minute)
                    .start("2026-03-04T0%d:%02d:00Z".formatted(minute / 60, minute % 60))
                    .build());
        }
        Path own = Files.writeString(folder.resolve("builds/notes.txt"), "not ours");
        directory.save(SampleBuild.id("newest").start("2026-03-05T00:00:00Z").build());

        // 104 builds were saved; the oldest four were those of minutes 0 to 3.
        assertThat(namesIn(folder.resolve("builds")))
                .hasSize(101)
                .contains("build_20260305T000000Z_newest.json", "build_20260304T000400Z_id4.json")
                .doesNotContain("build_20260304T000300Z_id3.json");
        assertThat(own).exists();
        assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(104);
    }

    @Test
    void save_doesNotLoseTheRecordWhereItsCopyCannotBeWritten() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("builds"), "a file where the folder should be");

        directory.save(BUILD);

        assertThat(folder.resolve("history.jsonl")).hasContent(RecordEncoder.line(BUILD) + "\n");
    }

    @Test
    void save_writesNoCopyOutsideTheFolder() throws IOException {
        for (String id : List.of("../../../escaped", "nul\0byte", "a/b")) {
            directory.save(SampleBuild.id(id).build());
        }

        assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(3);
        assertThat(namesIn(folder.resolve("builds"))).isEmpty();
        assertThat(namesIn(root)).containsExactly("deep");
        assertThat(namesIn(root.resolve("deep"))).containsExactly(MetricsDirectory.NAME);
    }

    @Test
    void save_saysThatAFileIsInTheWay() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file");

        assertThatThrownBy(() -> directory.save(BUILD))
                .isInstanceOf(JournalException.class)
                .hasMessage(folder + " cannot be created: a file of that name is in the way");
    }

    @Test
    void writeSummary_replacesTheOldOneAndLeavesNoDraft() throws IOException {
        directory.save(BUILD);
        directory.writeSummary("{\"old\":1}\n");

        directory.writeSummary("{\"new\":\"ä\"}\n");

        assertThat(folder.resolve("summary.json")).hasContent("{\"new\":\"ä\"}\n");
        assertThat(namesIn(folder))
                .containsExactly(".gitignore", "builds", "history.jsonl", "history.lock", "summary.json");
    }

    @Test
    void writeSummary_leavesAReaderOfTheOldOneUndisturbed() throws IOException {
        directory.save(BUILD);
        directory.writeSummary("{\"old\":1}\n");
        Path summary = folder.resolve("summary.json");
        try (var reader = Files.newBufferedReader(summary)) {
            // Only a replaced file, as opposed to an overwritten one, still reads as it was.
            directory.writeSummary("{\"new\":2}\n");

            assertThat(reader.readLine()).isEqualTo("{\"old\":1}");
        }
        assertThat(summary).hasContent("{\"new\":2}\n");
    }

    @Test
    void writeSummary_saysWhyItCannot() {
        assertThatThrownBy(() -> directory.writeSummary("{}"))
                .isInstanceOf(JournalException.class)
                .hasMessage(folder.resolve("summary.json") + " cannot be written: its folder does not exist");
    }

    @Test
    void files_mayBeReadByWhoeverMayReadTheHistory() throws IOException {
        assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"), "needs POSIX permissions");
        directory.save(BUILD);
        directory.writeSummary("{}\n");

        assertThat(List.of(folder.resolve("summary.json"), folder.resolve("builds/build_20260304T050607Z_01abc.json")))
                .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                        .isEqualTo(Files.getPosixFilePermissions(folder.resolve("history.jsonl"))));
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
