package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Commit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitQueryTest {
    @TempDir
    private Path repository;

    private final GitQuery git = new GitQuery("git");

    @BeforeEach
    void makeRepository() throws IOException, InterruptedException {
        run("init", "--quiet", "--initial-branch=main");
        Files.writeString(repository.resolve("page.md"), "# One\n");
    }

    @Test
    void head_isEmptyBeforeTheFirstCommit() throws IOException {
        assertThat(git.head(repository, List.of(), null)).isEmpty();
    }

    @Test
    void head_isEmptyOutsideARepository(@TempDir Path elsewhere) throws IOException {
        assertThat(git.head(elsewhere, List.of(), null)).isEmpty();
        assertThat(git.head(elsewhere.resolve("missing"), List.of(), null)).isEmpty();
    }

    @Test
    void head_isEmptyWithoutGit() throws IOException {
        assertThat(new GitQuery("no-such-git").head(repository, List.of(), null))
                .isEmpty();
    }

    @Test
    void head_isTheCommitWithItsBranchParentsAndTime() throws IOException, InterruptedException {
        commitAll("first");
        String first = run("rev-parse", "HEAD").trim();
        Files.writeString(repository.resolve("page.md"), "# Two\n");
        commitAll("second");
        Commit head = git.head(repository, List.of(), null).orElseThrow();

        assertThat(head.hash()).hasSize(40).isEqualTo(run("rev-parse", "HEAD").trim());
        assertThat(head.branch()).isEqualTo("main");
        assertThat(head.parents()).containsExactly(first);
        assertThat(head.dirty()).isFalse();
        assertThat(head.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void head_isTheSameWhereTheCommitIsPacked() throws IOException, InterruptedException {
        commitAll("first");
        Commit loose = git.head(repository, List.of(), null).orElseThrow();
        run("gc", "--quiet");

        assertThat(LooseCommit.read(repository, loose.hash())).isEmpty();
        assertThat(git.head(repository, List.of(), null)).contains(loose);
    }

    @Test
    void looseCommit_isWhatGitSays() throws IOException, InterruptedException {
        commitAll("first");
        String hash = run("rev-parse", "HEAD").trim();

        assertThat(LooseCommit.read(repository, hash)).contains(run("cat-file", "commit", hash));
    }

    @Test
    void looseCommit_isNotThereWhereTheFileIsDamagedOrNoCommit() throws IOException, InterruptedException {
        commitAll("first");
        String hash = run("rev-parse", "HEAD").trim();
        String tree = run("rev-parse", "HEAD^{tree}").trim();
        Path file = repository.resolve(".git/objects/" + hash.substring(0, 2) + "/" + hash.substring(2));
        Files.delete(file);
        Files.writeString(file, "damaged");

        assertThat(LooseCommit.read(repository, hash)).isEmpty();
        assertThat(LooseCommit.read(repository, tree)).isEmpty();
        assertThat(LooseCommit.read(repository, "")).isEmpty();
    }

    @Test
    void head_ofARootCommitHasNoParents() throws IOException, InterruptedException {
        commitAll("first");
        assertThat(git.head(repository, List.of(), null).orElseThrow().parents())
                .isEmpty();
    }

    @Test
    void head_ofABranchWithASlashKeepsItsWholeName() throws IOException, InterruptedException {
        commitAll("first");
        run("checkout", "--quiet", "-b", "feature/quick-search");
        assertThat(git.head(repository, List.of(), null).orElseThrow().branch()).isEqualTo("feature/quick-search");
    }

    @Test
    void shallowClone_knowsTheParentThatItDoesNotHave(@TempDir Path elsewhere)
            throws IOException, InterruptedException {
        commitAll("first");
        String first = run("rev-parse", "HEAD").trim();
        Files.writeString(repository.resolve("page.md"), "# Two\n");
        commitAll("second");
        Path clone = elsewhere.resolve("clone");
        run("clone", "--quiet", "--depth", "1", repository.toUri().toString(), clone.toString());
        Commit head = git.head(clone, List.of(), null).orElseThrow();

        assertThat(head.parents()).containsExactly(first);
        assertThat(head.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void worktree_isARepositoryToo(@TempDir Path elsewhere) throws IOException, InterruptedException {
        commitAll("first");
        Path tree = elsewhere.resolve("tree");
        run("worktree", "add", "--quiet", "-b", "other", tree.toString());

        assertThat(git.head(tree, List.of(), null).orElseThrow().branch()).isEqualTo("other");
    }

    @Test
    void detachedHead_takesTheBranchOfCi() throws IOException, InterruptedException {
        commitAll("first");
        run("checkout", "--quiet", "--detach");

        assertThat(git.head(repository, List.of(), null).orElseThrow().branch()).isNull();
        assertThat(git.head(repository, List.of(), "feature").orElseThrow().branch())
                .isEqualTo("feature");
    }

    @Test
    void tree_isDirtyThroughAChangeOrANewFile() throws IOException, InterruptedException {
        commitAll("first");
        Files.writeString(repository.resolve("page.md"), "# Changed\n");
        assertThat(git.head(repository, List.of(), null).orElseThrow().dirty()).isTrue();

        run("checkout", "--quiet", "page.md");
        Files.writeString(repository.resolve("new.md"), "# New\n");
        assertThat(git.head(repository, List.of(), null).orElseThrow().dirty()).isTrue();
    }

    @Test
    void tree_isDirtyThroughAChangeElsewhereInTheRepository() throws IOException, InterruptedException {
        Files.createDirectories(repository.resolve("docs"));
        Files.writeString(repository.resolve("docs/index.md"), "# Docs\n");
        commitAll("first");
        Files.writeString(repository.resolve("page.md"), "# Changed\n");

        assertThat(git.head(repository.resolve("docs"), List.of(), null)
                        .orElseThrow()
                        .dirty())
                .isTrue();
    }

    @Test
    void tree_isNotDirtyThroughWhatTheBuildWrites() throws IOException, InterruptedException {
        Files.createDirectories(repository.resolve("docs"));
        Files.writeString(repository.resolve("docs/index.md"), "# Docs\n");
        commitAll("first");
        Path docs = repository.resolve("docs");
        Files.createDirectories(docs.resolve("public"));
        Files.writeString(docs.resolve("public/index.html"), "<h1>Docs</h1>");

        assertThat(git.head(docs, List.of(docs.resolve("public")), null)
                        .orElseThrow()
                        .dirty())
                .isFalse();
        assertThat(git.head(docs, List.of(repository.resolveSibling("out")), null)
                        .orElseThrow()
                        .dirty())
                .isTrue();
    }

    private void commitAll(String message) throws IOException, InterruptedException {
        run("add", "--all");
        run(
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.org",
                "-c",
                "commit.gpgSign=false",
                "commit",
                "--quiet",
                "--message",
                message);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_AUTHOR_DATE", "2026-01-02T03:04:05Z", "GIT_COMMITTER_DATE", "2026-01-02T04:04:05+01:00"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
