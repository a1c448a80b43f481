package dev.bengal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A history that is hard to show: long names, many phases, names that turn the text round, lines with the same flaw. */
final class AwkwardHistory {
    static final String LONG =
            "com.example.department.platform.services.a-name-that-somebody-thought-was-good-and-nobody-dared-to-shorten";
    static final int BUILDS = 30;
    private static final int PHASES = 60;

    private AwkwardHistory() {}

    /** Its first {@link #BUILDS} lines have an outcome that nobody knows. */
    static Path write(Path folder) throws IOException {
        String lines = IntStream.range(0, BUILDS)
                        .mapToObj(i -> line("a", i, LONG, "odd", phases(i)))
                        .collect(Collectors.joining())
                + line("b", BUILDS, "scenario 9", "success", "")
                + line("c", BUILDS + 1, "scenario 10", "success", "")
                + IntStream.range(0, BUILDS)
                        .mapToObj(i -> line("d", i, LONG, "success", phases(i)))
                        .collect(Collectors.joining());
        return Files.writeString(folder.resolve("history.jsonl"), lines);
    }

    /** More builds of one scenario than a screen has columns. */
    static Path writeLong(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("history.jsonl"),
                IntStream.range(0, 3000)
                        .mapToObj(i -> line("l", i, "site full", "success", ""))
                        .collect(Collectors.joining()));
    }

    /** A build with more phases than are drawn, the shortest of which begins first. */
    static Path writeCrowded(Path folder, int phases) throws IOException {
        return Files.writeString(
                folder.resolve("history.jsonl"), line("m", 0, "crowded", "success", phases(0, phases)));
    }

    private static String line(String id, int i, String scenario, String outcome, String phases) {
        return String.format(
                Locale.ROOT, """
                {"schema_version":1,"build_id":"%s%03d-%s","timestamp":"2026-03-01T12:%02d:00Z","project":"p","scenario":"%s","outcome":"%s",\
                "git_commit":"%2$040d","git_branch":"%3$s","git_dirty":false,"total_duration_ms":%7$d,"phases":[%8$s],\
                "measurements":[{"name":"speed","unit":"%3$s","value":%9$d,"direction":"higher"}],\
                "top_allocators":[{"file":"AVeryLongFileNameThatGoesOnAndOnAndOnForever.java","line":10000,"method":"%3$s.method",\
                "type":"java.util.concurrent.ConcurrentHashMap$Node[]","size_mb":3.5,"count":1,"share":1.0}],\
                "environment":{"fingerprint":"ci","platform":"linux"}}
                """, id, i, LONG, i % 60, scenario, outcome, 6000 + 7 * (i % 5), phases, 123456789 + i);
    }

    private static String phases(int i) {
        return phases(i, PHASES);
    }

    private static String phases(int i, int count) {
        return IntStream.range(0, count)
                .mapToObj(phase -> String.format(
                        Locale.ROOT,
                        "{\"name\":\"%s-%02d\",\"thread\":\"t\\u202e%d\",\"start_ms\":%d,\"duration_ms\":%d,\"outcome\":\"success\"}",
                        phase % 7 == 0 ? LONG : "phase\\u202e",
                        phase,
                        phase % 3,
                        phase * 95,
                        60 + phase + i % 5))
                .collect(Collectors.joining(","));
    }
}
