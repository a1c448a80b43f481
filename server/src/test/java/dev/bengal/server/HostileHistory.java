package dev.bengal.server;

import dev.bengal.model.CallTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A history in which every name is a script, and whose times step. */
final class HostileHistory {
    static final String SCRIPT = "<img src=x onerror=window.hacked=1></script><script>window.hacked=1</script>&amp;'";
    static final int BUILDS = 60;

    private HostileHistory() {}

    static Path write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < BUILDS; i++) {
            lines.append(line(i));
        }
        lines.append(String.format(Locale.ROOT, """
                {"schema_version":1,"event":"accepted","event_id":"e1","timestamp":"2026-03-01T13:00:00Z","by":"N%1$s","project":"P%1$s",\
                "git_commit":"%2$040d","scenario":"S%1$s","metric":"total_duration_ms","why":"W%1$s"}
                """, SCRIPT, BUILDS / 2));
        return Files.writeString(folder.resolve("history.jsonl"), lines);
    }

    /** Of the newest build alone. */
    static Stacks stacks() {
        CallTree.Builder tree = new CallTree.Builder();
        tree.add(List.of("demo.Main." + SCRIPT, "demo.Parser.parse"), 300);
        tree.add(List.of("demo.Main." + SCRIPT, "java.util.ArrayList.grow"), 100);
        CallTree built = tree.build();
        return build -> build.value().equals("b0059") ? Optional.of(built) : Optional.empty();
    }

    static String line(int i) {
        double millis = (i < 30 ? 1000 : 1300) + 7 * (i % 5);
        return String.format(
                Locale.ROOT, """
                {"schema_version":1,"build_id":"b%1$04d","timestamp":"2026-03-01T%2$s:00Z","project":"P%4$s","scenario":"S%4$s","outcome":"success",\
                "git_commit":"%1$040d","git_branch":"B%4$s","git_dirty":false,"total_duration_ms":%3$f,"page_count":100,\
                "phases":[{"name":"F%4$s","thread":"T%4$s","start_ms":1,"duration_ms":%3$f,"outcome":"success"}],\
                "measurements":[{"name":"M%4$s","unit":"U%4$s","value":%3$f,"direction":"lower"}],\
                "top_allocators":[{"file":"A%4$s","line":1,"method":"X%4$s","type":"Y%4$s","size_mb":3.5,"count":1,"share":1.0}],\
                "environment":{"fingerprint":"E%4$s","cpu_model":"C%4$s","platform":"linux","host":"H%4$s"}}
                """, i, String.format(Locale.ROOT, "%02d:%02d", 12 + i / 60, i % 60), millis, SCRIPT);
    }
}
