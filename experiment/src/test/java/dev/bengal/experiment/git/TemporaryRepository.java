package dev.bengal.experiment.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of a test, in a folder with a space in its name. */
final class TemporaryRepository {
    private final Path folder;

    TemporaryRepository(Path parent) throws Exception {
        this.folder = Files.createDirectory(parent.resolve("my project"));
        git("init", "-q", "-b", "main");
    }

    Path folder() {
        return folder;
    }

    /** Commits a file with this text. @return the hash */
    String commit(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
        git("add", "--all");
        git("commit", "-q", "-m", "Say " + text);
        return git("rev-parse", "HEAD").strip();
    }

    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=x", "-c", "user.email=x@y", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(out).isZero();
        return out;
    }

    /** All that must stay as it is: refs, the index, the files, and git's list of worktrees. */
    String state() throws IOException, InterruptedException {
        return git("for-each-ref")
                + git("rev-parse", "HEAD")
                + git("ls-files", "--stage")
                + git("status", "--porcelain")
                + git("worktree", "list", "--porcelain");
    }
}
