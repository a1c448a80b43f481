package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf sync --git} by several whole processes at once. */
class SyncProcessesTest {
    /** So many that reading and bringing them in takes a while, in which another process does the same. */
    private static final int SHARED = 4000;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeRemote() throws Exception {
        git("init", "-q", "--bare", "remote.git");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        Git.run(folder, arguments);
    }

    private Path clone(String name) throws IOException, InterruptedException {
        git("clone", "-q", "remote.git", name);
        return folder.resolve(name);
    }

    private static void record(Path clone, String name, int builds) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < builds; i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "{\"schema_version\":1,\"build_id\":\"%s-%05d\",\"timestamp\":\"2026-03-01T00:00:00Z\",\"project\":\"p\","
                            + "\"scenario\":\"site full\",\"outcome\":\"success\",\"total_duration_ms\":%d}",
                    name,
                    i,
                    1000 + i));
        }
        Files.createDirectories(clone.resolve(".bengal-metrics"));
        Files.write(journal(clone), lines);
    }

    private static Path journal(Path clone) {
        return clone.resolve(".bengal-metrics/history.jsonl");
    }

    private static BengalProcess sync(Path clone) throws IOException {
        return BengalProcess.start(clone, "perf", "sync", "--git");
    }

    private static void requireGood(List<BengalProcess> processes) throws IOException, InterruptedException {
        for (BengalProcess process : processes) {
            String out = new String(process.out(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.err()).isEmpty();
            assertThat(process.exitCode()).isZero();
            assertThat(out).contains("the branch bengal-metrics of origin");
        }
    }

    @Test
    void oneClone_bringsInEachLineOnce() throws Exception {
        Path source = clone("source");
        record(source, "shared", SHARED);
        requireGood(List.of(sync(source)));
        Path clone = clone("clone");
        record(clone, "own", 3);

        requireGood(List.of(sync(clone), sync(clone), sync(clone)));

        assertThat(Files.readAllLines(journal(clone))).hasSize(SHARED + 3).doesNotHaveDuplicates();
        requireGood(List.of(sync(source)));
        assertThat(Files.readAllLines(journal(source)))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(journal(clone)));
    }

    @Test
    void hooks_syncTheRepositoryOfTheFolderWhosesoeverTheyAre() throws Exception {
        Path clone = clone("clone");
        record(clone, "own", 3);
        git("init", "-q", "--bare", "elsewhere.git");
        git("clone", "-q", "elsewhere.git", "elsewhere");

        requireGood(List.of(syncInHook(clone, folder.resolve("elsewhere/.git"))));
        assertThat(Git.run(folder.resolve("elsewhere.git"), "for-each-ref")).isEmpty();
        assertThat(Git.run(folder.resolve("elsewhere"), "for-each-ref")).isEmpty();
        record(clone, "more", 4);
        requireGood(List.of(syncInHook(clone, Path.of(".git"))));

        assertThat(Git.run(folder.resolve("remote.git"), "cat-file", "blob", "bengal-metrics:2026-03.jsonl")
                        .lines())
                .hasSize(7);
    }

    private static BengalProcess syncInHook(Path clone, Path gitDir) throws IOException {
        return BengalProcess.start(
                clone,
                Map.of(
                        "GIT_DIR", gitDir.toString(),
                        "GIT_INDEX_FILE", gitDir.resolve("index").toString(),
                        "GIT_PREFIX", ""),
                List.of("perf", "sync", "--git"));
    }

    @Test
    @Tag("heavy")
    void severalClones_eachOfThemTwiceAtOnce_endWithTheSameHistory() throws Exception {
        List<Path> clones = new ArrayList<>();
        List<BengalProcess> processes = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            Path clone = clone(name);
            record(clone, name, 50);
            clones.add(clone);
        }
        for (Path clone : clones) {
            processes.add(sync(clone));
            processes.add(sync(clone));
        }
        requireGood(processes);

        for (Path clone : clones) {
            requireGood(List.of(sync(clone)));
            assertThat(Files.readAllLines(journal(clone))).hasSize(150).doesNotHaveDuplicates();
        }
    }
}
