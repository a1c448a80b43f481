package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code bengal perf ab}, {@code bisect} and {@code backfill} killed by {@code kill -9} in the middle, by the very command that they
 * measure, and started as by a hook of git. Six commits, of which the fourth is slower.
 */
@Tag("heavy")
@DisabledOnOs(OS.WINDOWS)
class KilledExperimentTest {
    /** Records itself; as often as {@code lives} has lines, then it kills who started it. */
    private static final String SCRIPT = """
            #!/bin/sh
            lives='LIVES'
            if [ -f "$lives" ]; then
              sed -i 1d "$lives"
              [ -s "$lives" ] || { kill -9 "$PPID"; exit 0; }
            fi
            echo '{"schema_version":1,"build_id":"'"$BENGAL_PARENT_BUILD"'x","parent_build":"'"$BENGAL_PARENT_BUILD"'",\
            "timestamp":"2026-03-01T00:00:00Z","project":"p","scenario":"own","outcome":"success",\
            "git_commit":"'"$(git rev-parse HEAD)"'","git_dirty":false,"total_duration_ms":'"$(cat cost)"',\
            "environment":{"fingerprint":"desk"}}' >>"$BENGAL_METRICS_DIR/history.jsonl"
            """;

    @TempDir
    private Path parent;

    private Path folder;
    private Path cache;
    private final List<String> hashes = new ArrayList<>();

    @BeforeEach
    void makeRepository() throws Exception {
        folder = Files.createDirectory(parent.resolve("my project"));
        cache = parent.resolve("cache");
        Files.createDirectory(folder.resolve(".bengal-metrics"));
        Files.writeString(folder.resolve(".bengal-metrics/.gitignore"), "*\n");
        Files.writeString(
                folder.resolve("build.sh"),
                SCRIPT.replace("LIVES", parent.resolve("lives").toString()));
        assertThat(folder.resolve("build.sh").toFile().setExecutable(true)).isTrue();
        Git.run(folder, "init", "-q", "-b", "main");
        for (int i = 1; i <= 6; i++) {
            Files.writeString(folder.resolve("cost"), i < 4 ? "1000" : "1300");
            Git.run(folder, "add", "--all");
            Git.run(folder, "commit", "-q", "--allow-empty", "-m", "Commit " + i);
            hashes.add(Git.run(folder, "rev-parse", "HEAD").strip());
        }
        // What the user is at: something staged, something changed, something new.
        Files.writeString(folder.resolve("staged"), "staged");
        Git.run(folder, "add", "staged");
        Files.writeString(folder.resolve("cost"), "7");
        Files.writeString(folder.resolve("untracked"), "mine");
    }

    /** All that is the user's. */
    private static String tree(Path folder) throws Exception {
        return Git.run(folder, "for-each-ref")
                + Git.run(folder, "rev-parse", "--symbolic-full-name", "HEAD")
                + Git.run(folder, "status", "--porcelain")
                + Git.run(folder, "diff")
                + Git.run(folder, "ls-files", "--stage")
                + Git.run(folder, "config", "--list", "--local");
    }

    private List<String> worktrees() throws Exception {
        return Git.run(folder, "worktree", "list").lines().toList();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> entries = Files.list(cache.resolve("bengal-worktrees"))) {
            return entries.toList();
        }
    }

    private List<String> words(String verb) {
        List<String> words = new ArrayList<>(List.of("perf", verb));
        words.addAll(
                switch (verb) {
                    case "ab" -> List.of("--base", hashes.get(0));
                    case "bisect" -> List.of(hashes.get(0), "main");
                    default -> List.of(hashes.get(0) + "..main", "--steps", "5");
                });
        words.addAll(List.of("--", "./build.sh"));
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "bisect", "backfill"})
    void killed_leavesTheUsersTreeAloneAndItsWorktreesToTheNextCall(String verb) throws Exception {
        String before = tree(folder);
        Files.writeString(parent.resolve("lives"), "1\n2\n3\n4\n");

        BengalProcess killed = BengalProcess.start(folder, Map.of("XDG_CACHE_HOME", cache.toString()), words(verb));

        assertThat(killed.exitCode()).isEqualTo(128 + 9);
        assertThat(tree(folder)).isEqualTo(before);
        assertThat(worktrees()).hasSizeGreaterThan(1);
        assertThat(left()).isNotEmpty();
        // The fourth run killed; of ab the first two are warm-ups, which nobody keeps.
        List<String> recorded = new Records(folder).lines();
        assertThat(recorded).hasSize(verb.equals("ab") ? 1 : 3).allMatch(line -> line.endsWith("}"));

        Files.delete(parent.resolve("lives"));
        Terminal.Run next = new Terminal(folder)
                .with("XDG_CACHE_HOME", cache.toString())
                .run(words(verb).toArray(String[]::new));

        assertThat(next.exitCode()).as(next.err()).isEqualTo(verb.equals("ab") ? 1 : 0);
        assertThat(next.err()).doesNotContain("could not be removed");
        assertThat(worktrees()).hasSize(1);
        assertThat(left()).isEmpty();
        assertThat(tree(folder)).isEqualTo(before);
        assertThat(new Records(folder).lines()).containsAll(recorded);
    }

    /** As that of Ubuntu 22.04 does, 2.34. */
    @Test
    void leftovers_goWhereGitEndsNoPathWithANul() throws Exception {
        Path git = Files.createDirectory(parent.resolve("old")).resolve("git");
        Files.writeString(git, """
                #!/bin/sh
                case " $* " in *" worktree list "*" -z "*) echo "error: unknown switch 'z'" >&2; exit 129;; esac
                PATH="${PATH#*:}" exec git "$@"
                """);
        assertThat(git.toFile().setExecutable(true)).isTrue();
        Path left = cache.resolve("bengal-worktrees/0123456789abcdef/base/my project");
        Git.run(folder, "worktree", "add", "--quiet", "--detach", left.toString(), hashes.get(0));
        String path = git.getParent() + ":" + System.getenv("PATH");

        BengalProcess next = BengalProcess.start(
                folder,
                Map.of("XDG_CACHE_HOME", cache.toString(), "PATH", path),
                List.of("perf", "backfill", hashes.get(4) + "..main", "--", "./build.sh"));

        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(worktrees()).hasSize(1);
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "bisect", "backfill"})
    void startedByAHook_worksOnTheCommitsOfItsWorktrees(String verb) throws Exception {
        String before = tree(folder);

        BengalProcess hook = BengalProcess.start(folder, ofHook(folder), words(verb));
        int exitCode = hook.exitCode();

        assertThat(exitCode).as(hook.err()).isEqualTo(verb.equals("ab") ? 1 : 0);
        // What the command itself asks git is answered by its worktree.
        assertThat(new Records(folder).lines())
                .extracting(line -> Records.value(line, "git_commit"))
                .contains(verb.equals("backfill") ? hashes.get(1) : hashes.get(0), hashes.get(5));
        assertThat(worktrees()).hasSize(1);
        assertThat(left()).isEmpty();
        assertThat(tree(folder)).isEqualTo(before);
    }

    @Test
    void startedByAHookOfAnotherRepository_touchesNothingThere() throws Exception {
        Path other = Files.createDirectory(parent.resolve("other"));
        Git.run(other, "init", "-q", "-b", "trunk");
        Files.writeString(other.resolve("file"), "one");
        Git.run(other, "add", "--all");
        Git.run(other, "commit", "-q", "-m", "One");
        Files.writeString(other.resolve("file"), "two");
        String before = tree(other) + Git.run(other, "worktree", "list");

        BengalProcess hook = BengalProcess.start(folder, ofHook(other), words("ab"));
        int exitCode = hook.exitCode();

        assertThat(exitCode).as(hook.err()).isEqualTo(1);
        assertThat(tree(other) + Git.run(other, "worktree", "list")).isEqualTo(before);
        assertThat(worktrees()).hasSize(1);
    }

    private Map<String, String> ofHook(Path repository) {
        return Map.of(
                "XDG_CACHE_HOME", cache.toString(),
                "GIT_DIR", repository.resolve(".git").toString(),
                "GIT_WORK_TREE", repository.toString(),
                "GIT_INDEX_FILE", repository.resolve(".git/index").toString());
    }
}
