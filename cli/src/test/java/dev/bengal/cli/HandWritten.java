package dev.bengal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A history that a test writes line by line, of a project where each commit is built a minute after the one before. */
final class HandWritten {
    private final Path file;
    private final List<String> lines = new ArrayList<>();

    HandWritten(Path folder) {
        this.file = folder.resolve(".bengal-metrics/history.jsonl");
    }

    /** The hash of a commit by its number. */
    static String hash(int commit) {
        return String.format("%040x", commit + 0xabc0);
    }

    /** A build, numbered through, of a commit. */
    HandWritten build(int commit, double millis) {
        return build(commit, millis, "");
    }

    /** @param more keys of the record, each with a comma behind it */
    HandWritten build(int commit, double millis, String more) {
        return build(hash(commit), commit, millis, more);
    }

    HandWritten build(String hash, int minute, double millis, String more) {
        lines.add(String.format(
                Locale.ROOT,
                "{\"schema_version\":1,\"build_id\":\"id%03d\",\"timestamp\":\"2026-03-01T%02d:%02d:%02dZ\",\"project\":\"p\","
                        + "\"scenario\":\"site full\",\"outcome\":\"success\",\"git_commit\":\"%s\",\"git_branch\":\"main\","
                        + "\"git_dirty\":false,\"git_commit_time\":\"2026-03-01T%02d:%02d:00Z\",%s"
                        + "\"total_duration_ms\":%.3f,\"environment\":{\"fingerprint\":\"desk\"}}",
                lines.size(),
                minute / 60,
                minute % 60,
                lines.size() % 60,
                hash,
                minute / 60,
                minute % 60,
                more,
                millis));
        return this;
    }

    /** Changes the line that was written last. */
    HandWritten with(String text, String other) {
        int last = lines.size() - 1;
        if (!lines.get(last).contains(text)) {
            throw new IllegalArgumentException(lines.get(last) + " holds no " + text);
        }
        lines.set(last, lines.get(last).replace(text, other));
        return this;
    }

    /** Ten commits, built once each, at 990 to 1,010 ms: the noise is 1.4826 times a median deviation of 5 ms. */
    HandWritten quiet() {
        double[] millis = {1000, 1005, 995, 1010, 990, 1000, 1005, 995, 1010, 990};
        for (int i = 0; i < millis.length; i++) {
            build(i, millis[i]);
        }
        return this;
    }

    HandWritten builds(int commit, double... millis) {
        for (double one : millis) {
            build(commit, one);
        }
        return this;
    }

    void write() {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
