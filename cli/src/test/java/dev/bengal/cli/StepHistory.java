package dev.bengal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A history of invented builds, one a commit and a day, whose time is 1000 ms, give or take 1 %, and from one build on a quarter
 * more, while what they allocate stays as it is.
 */
public final class StepHistory {
    /** In percent of the level; nothing but these numbers varies. */
    private static final double[] NOISE = {0, 0.6, -0.7, 0.2, -0.3, 1, -0.9, 0.4, -0.1, 0.8};

    private static final double STEP = 1.25;

    private StepHistory() {}

    /** Writes as many builds into the folder's history, the first of the new level at {@code step}. */
    public static void write(Path folder, int builds, int step) throws IOException {
        write(folder, builds, step, builds);
    }

    /** The same, built on another machine from {@code moved} on. */
    public static void write(Path folder, int builds, int step, int moved) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < builds; i++) {
            lines.append(line(i, i < step ? 1 : STEP, i < moved ? "desk" : "laptop"));
        }
        Files.writeString(
                Files.createDirectories(folder.resolve(".bengal-metrics")).resolve("history.jsonl"), lines);
    }

    /** The same with a step at each of these builds, every time by a quarter. */
    static void writeSteps(Path folder, int builds, int... steps) throws IOException {
        StringBuilder lines = new StringBuilder();
        double level = 1;
        for (int i = 0; i < builds; i++) {
            int build = i;
            level *= Arrays.stream(steps).anyMatch(step -> step == build) ? STEP : 1;
            lines.append(line(i, level, "desk"));
        }
        Files.writeString(
                Files.createDirectories(folder.resolve(".bengal-metrics")).resolve("history.jsonl"), lines);
    }

    /** The full hash of the commit of a build. */
    static String commit(int build) {
        return String.format(Locale.ROOT, "%02d", build) + "abcdef".repeat(7).substring(0, 38);
    }

    private static String line(int i, double level, String machine) {
        double noise = NOISE[i % NOISE.length] / 100;
        return String.format(
                Locale.ROOT,
                """
                {"schema_version":1,"build_id":"b%02d","timestamp":"2026-%02d-%02dT12:00:00Z","project":"docs",\
                "scenario":"site full","outcome":"success","git_commit":"%s","git_branch":"main","git_dirty":false,\
                "total_duration_ms":%.1f,"allocated_mb":%.2f,"total_pages":40,\
                "phases":[{"name":"parse","duration_ms":%.1f,"outcome":"success"}],\
                "environment":{"fingerprint":"%s"}}
                """,
                i,
                1 + i / 28,
                1 + i % 28,
                commit(i),
                1000 * level * (1 + noise),
                500 * (1 + noise / 10),
                300 * (1 - noise),
                machine);
    }
}
