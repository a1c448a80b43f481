package dev.bengal.experiment.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.experiment.ExperimentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class WorktreesTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private TemporaryRepository user;
    private GitRepository repository;
    private Path base;
    private String first;

    @BeforeEach
    void makeRepository() throws Exception {
        user = new TemporaryRepository(folder);
        user.commit(".gitignore", "out/\n");
        first = user.commit("text", "one");
        user.commit("text", "two");
        repository = GitRepository.around(user.folder());
        base = folder.resolve("cache");
    }

    private Checkout first() {
        return Checkout.of(repository.revision(first));
    }

    private long entries() throws Exception {
        try (Stream<Path> files = Files.list(base)) {
            return files.count();
        }
    }

    @Test
    void worktree_hasTheCommitUnderTheNameOfTheRepository() throws Exception {
        String before = user.state();
        try (Worktrees worktrees = Worktrees.of(repository, base, warnings::add)) {
            Worktree worktree = worktrees.add("base", first());

            assertThat(worktree.folder().resolve("text")).hasContent("one");
            assertThat(worktree.folder().getFileName()).hasToString("my project");
        }

        assertThat(user.state()).isEqualTo(before);
        assertThat(entries()).isZero();
        assertThat(warnings).isEmpty();
    }

    @Test
    void worktree_isWhatItWasAfterItIsRestored() throws Exception {
        try (Worktrees worktrees = Worktrees.of(repository, base, warnings::add)) {
            Worktree worktree = worktrees.add("base", first());
            Path top = worktree.folder();
            Files.writeString(top.resolve("text"), "changed");
            Files.writeString(top.resolve("stray"), "");
            Files.createDirectory(top.resolve("out"));
            Files.writeString(top.resolve("out/built"), "");

            worktree.restore(true);
            assertThat(top.resolve("text")).hasContent("one");
            assertThat(top.resolve("stray")).doesNotExist();
            assertThat(top.resolve("out/built")).exists();

            worktree.restore(false);
            assertThat(top.resolve("out")).doesNotExist();
        }
    }

    @Test
    void branch_staysWhereItIsThoughTheCommandChecksItOut() throws Exception {
        user.git("branch", "other");
        String before = user.git("for-each-ref");
        try (Worktrees worktrees = Worktrees.of(repository, base, warnings::add)) {
            Worktree worktree = worktrees.add("base", first());
            assertThat(new GitCommand(worktree.folder())
                            .run("checkout", "--quiet", "other")
                            .exitCode())
                    .isZero();

            worktree.restore(false);
            assertThat(worktree.folder().resolve("text")).hasContent("one");
        }

        assertThat(user.git("for-each-ref")).isEqualTo(before);
    }

    @Test
    void worktree_goesThoughNobodyMayWriteToItsFolders() throws Exception {
        try (Worktrees worktrees = Worktrees.of(repository, base, warnings::add)) {
            Path sealed = Files.createDirectory(
                    worktrees.add("base", first()).folder().resolve("sealed"));
            Files.writeString(sealed.resolve("file"), "");
            Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-x------"));
        }

        assertThat(entries()).isZero();
    }

    @Test
    void link_outOfTheWorktreeIsNotFollowed() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "");
        try (Worktrees worktrees = Worktrees.of(repository, base, warnings::add)) {
            Files.createSymbolicLink(worktrees.add("base", first()).folder().resolve("link"), folder);
        }

        assertThat(precious).exists();
        assertThat(entries()).isZero();
    }

    @Test
    void leftovers_goWithTheNextAndLiveOnesStay() throws Exception {
        String before = user.state();
        Worktrees live = Worktrees.of(repository, base, warnings::add);
        Path worktree = live.add("base", first()).folder();
        Path dead = base.toRealPath().resolve("0123456789abcdef/base/my project");
        user.git("worktree", "add", "--quiet", "--detach", dead.toString(), first);
        Path half = Files.createDirectories(base.resolve("00000000000000aa"));

        Worktrees.of(repository, base, warnings::add).close();

        assertThat(dead).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(worktree.resolve("text")).exists();
        live.close();
        assertThat(user.state()).isEqualTo(before);
        assertThat(entries()).isZero();
    }

    @Test
    void worktreesOfTheUser_stay() throws Exception {
        Path own = folder.resolve("own");
        user.git("worktree", "add", "--quiet", "--detach", own.toString(), first);

        Worktrees.of(repository, base, warnings::add).close();

        assertThat(own.resolve("text")).exists();
        assertThat(user.git("worktree", "list")).contains("own");
    }

    @Test
    void hooks_doNotRun() throws Exception {
        Path hook = user.folder().resolve(".git/hooks/post-checkout");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch '" + folder.resolve("ran") + "'\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        try (Worktrees worktrees = Worktrees.of(repository, base, warnings::add)) {
            worktrees.add("base", first()).restore(false);
        }

        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void snapshot_holdsWhatIsUncommittedAndTouchesNothing() throws Exception {
        Files.writeString(user.folder().resolve("text"), "three");
        Files.writeString(user.folder().resolve("new"), "new");
        String before = user.state();
        Checkout snapshot = repository.snapshot(repository.revision("HEAD"));
        try (Worktrees worktrees = Worktrees.of(repository, base, warnings::add)) {
            Worktree worktree = worktrees.add("head", snapshot);
            for (int i = 0; i < 2; i++) {
                assertThat(worktree.folder().resolve("text")).hasContent("three");
                assertThat(worktree.folder().resolve("new")).hasContent("new");
                Files.writeString(worktree.folder().resolve("text"), "spoilt");
                worktree.restore(false);
            }
        }

        assertThat(repository.commit(snapshot).dirty()).isTrue();
        assertThat(repository.commit(snapshot).hash())
                .isEqualTo(user.git("rev-parse", "HEAD").strip());
        assertThat(user.state()).isEqualTo(before);
    }

    @Test
    void revisions_areNamedOrRefused() throws Exception {
        assertThat(repository.revision("main").branch()).isEqualTo("main");
        assertThat(repository.revision("HEAD").branch()).isEqualTo("main");
        assertThat(repository.revision(first).branch()).isNull();
        assertThat(repository.isAncestor(repository.revision(first), repository.revision("main")))
                .isTrue();
        for (String hostile : List.of("nope", "-x", "--output=x", " ", "a\0b", "$(touch x)")) {
            assertThatThrownBy(() -> repository.revision(hostile))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining("is no commit, branch or tag of " + repository.top());
        }
        assertThatThrownBy(() -> GitRepository.around(folder)).hasMessageContaining("is in no git repository");
    }

    @Test
    void shallowClone_saysWhatItLacks() throws Exception {
        Path clone = folder.resolve("clone");
        user.git("clone", "--quiet", "--depth", "1", "file://" + user.folder(), clone.toString());

        assertThatThrownBy(() -> GitRepository.around(clone).revision(first))
                .hasMessageContaining("This clone is shallow")
                .hasMessageContaining("git fetch --unshallow");
    }
}
