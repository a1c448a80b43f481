package dev.bengal.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are written as git writes them. */
class HeadFilesTest {
    @TempDir
    private Path folder;

    private Path git;

    @BeforeEach
    void begin() throws IOException {
        git = Files.createDirectories(folder.resolve("project/.git"));
        write(git.resolve("HEAD"), "ref: refs/heads/main\n");
        write(git.resolve("refs/heads/main"), "1".repeat(40) + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Object mark() throws IOException {
        return new HeadFiles(Files.createDirectories(folder.resolve("project/docs/deep"))).mark();
    }

    @Test
    void mark_staysAsLongAsNothingElseIsCheckedOut() throws IOException {
        Object first = mark();
        write(git.resolve("refs/heads/other"), "2".repeat(40) + "\n");
        write(git.resolve("index"), "staged");

        assertThat(mark()).isEqualTo(first);
    }

    @Test
    void commitAndCheckoutAndPacking_changeIt() throws IOException {
        Object first = mark();
        write(git.resolve("refs/heads/main"), "2".repeat(40) + "\n");
        Object committed = mark();
        write(git.resolve("HEAD"), "3".repeat(40) + "\n");
        Object detached = mark();
        write(git.resolve("packed-refs"), "# pack-refs\n");

        assertThat(mark()).isNotEqualTo(detached);
        assertThat(detached).isNotEqualTo(committed);
        assertThat(committed).isNotEqualTo(first);
    }

    @Test
    void worktree_hasAHeadOfItsOwnAndSharesBranches() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Path own = git.resolve("worktrees/tree");
        write(tree.resolve(".git"), "gitdir: ../project/.git/worktrees/tree\n");
        write(own.resolve("commondir"), "../..\n");
        write(own.resolve("HEAD"), "ref: refs/heads/topic\n");
        Object first = new HeadFiles(tree).mark();
        write(git.resolve("refs/heads/main"), "4".repeat(40) + "\n");
        Object others = new HeadFiles(tree).mark();
        write(git.resolve("refs/heads/topic"), "5".repeat(40) + "\n");

        assertThat(others).isEqualTo(first);
        assertThat(new HeadFiles(tree).mark()).isNotEqualTo(first);
    }

    @Test
    void noRepository_isAMarkToo() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Object none = new HeadFiles(elsewhere).mark();
        write(elsewhere.resolve(".git/HEAD"), "ref: refs/heads/main\n");

        assertThat(new HeadFiles(elsewhere).mark()).isNotEqualTo(none);
    }

    @Test
    void hostileHead_isNoFailure() throws IOException {
        write(git.resolve("HEAD"), "ref: \u0000\n");

        assertThat(mark()).isEqualTo("no repository that could be read");
    }
}
