package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded, and asked of git, where git's variables name a repository. */
class GitHooksTest {
    private static final String RESULTS = "goos: linux\nBenchmarkParse-8 100 1052 ns/op\n";

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void make() throws Exception {
        project = repository("project");
        Files.createDirectory(project.resolve(".bengal-metrics"));
        Files.writeString(project.resolve("checked-out.txt"), RESULTS);
        Files.writeString(project.resolve("named.txt"), RESULTS.replace("1052", "1053"));
    }

    private Path repository(String name) throws Exception {
        Path repository = Files.createDirectory(folder.resolve(name));
        Git.run(repository, "init", "-q", "-b", "main");
        Git.run(repository, "commit", "-q", "--allow-empty", "-m", "First of " + name);
        return repository;
    }

    private static String headOf(Path repository) throws Exception {
        return "\"git_commit\":\"" + Git.run(repository, "rev-parse", "HEAD").strip() + "\"";
    }

    private List<String> history() throws IOException {
        return Files.readAllLines(project.resolve(".bengal-metrics/history.jsonl"));
    }

    private static String command(String... words) {
        return BengalProcess.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" ")) + " "
                + String.join(" ", words);
    }

    @Test
    void hookOfALinkedWorktree_getsTheCommitOfTheFolder() throws Exception {
        Path main = repository("main");
        Path linked = folder.resolve("linked");
        Git.run(main, "worktree", "add", "-q", linked.toString());
        Path hook = main.resolve(".git/hooks/post-commit");
        Files.writeString(
                hook,
                "#!/bin/sh\nset -e\necho \"$GIT_DIR\" > '" + folder.resolve("said") + "'\ncd '" + project + "'\n"
                        + command("perf", "import", "checked-out.txt") + "\n"
                        + command("perf", "import", "named.txt", "--commit", "HEAD") + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        String told = Git.run(linked, "commit", "-q", "--allow-empty", "-m", "Second");

        assertThat(folder.resolve("said")).content().contains("main/.git/worktrees/linked");
        String head = headOf(project);
        assertThat(history()).as(told).hasSize(2).allMatch(line -> line.contains(head));
    }

    /** As with the dotfiles of a home. */
    @Test
    void repositoryThatWasChosenForTheFolder_isAsked() throws Exception {
        Path bare = folder.resolve("bare");
        Git.run(folder, "clone", "-q", "--bare", repository("main").toString(), bare.toString());
        Map<String, String> chosen = Map.of("GIT_DIR", bare.toString(), "GIT_WORK_TREE", folder.toString());

        for (List<String> words : List.of(
                List.of("perf", "import", "checked-out.txt"),
                List.of("perf", "import", "named.txt", "--commit", "HEAD"))) {
            BengalProcess bengal = BengalProcess.start(project, chosen, words);
            assertThat(bengal.exitCode()).as(bengal.err()).isZero();
        }

        String head = headOf(bare);
        assertThat(history()).hasSize(2).allMatch(line -> line.contains(head));
    }
}
