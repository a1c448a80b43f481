package dev.bengal.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a site a git repository with one commit and a clean tree, as the sites are that Bengal is meant for: a recorded
 * build asks git for the commit and for changes, and the answer takes longer the more files there are.
 */
final class Repository {
    private final Path folder;

    Repository(Path folder) {
        this.folder = folder;
    }

    /** Commits all of the folder, unless that was done before. */
    void commitAll() throws IOException {
        if (!Files.exists(folder.resolve(".git"))) {
            git("init", "--quiet");
        }
        git("add", "--all");
        if (!status().isBlank()) {
            git("commit", "--quiet", "--no-verify", "--message=The synthetic site");
        }
    }

    /** What differs from the commit. Git also notes the files' times, which saves it to read them again the next time. */
    String status() throws IOException {
        return git("status", "--porcelain");
    }

    private String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Bengal",
                "-c",
                "user.email=bengal@example.org",
                "-c",
                "commit.gpgSign=false",
                "-c",
                "core.autocrlf=false",
                "-c",
                "core.hooksPath=/dev/null"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("git " + arguments[0] + " in " + folder + ": " + answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        }
        return answer;
    }
}
