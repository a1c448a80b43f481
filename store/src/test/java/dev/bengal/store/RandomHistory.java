package dev.bengal.store;

import dev.bengal.journal.EventEncoder;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Outcome;
import dev.bengal.model.sample.SampleBuild;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines as many hands may leave them in a history: builds, events, repetitions and damage, the same for the same seed. */
public final class RandomHistory {
    private static final List<String> SCENARIOS = List.of("site full", "mvn verify", "größer");
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<String> DAMAGE = List.of(
            "",
            "   ",
            "{}",
            "[]",
            "null",
            "{\"torn\":",
            "{\"build_id\":\"x\"}",
            "\0\0\0\0",
            "\uFFFD",
            "{\"event\":\"pruned\"}");

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private int builds;

    public RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /** More lines, each without its newline. */
    public List<String> next(int count) {
        List<String> next = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String line = line();
            next.add(line);
            lines.add(line);
        }
        return next;
    }

    /** The same as the bytes of a file. */
    public byte[] nextBytes(int count) {
        return (String.join("\n", next(count)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String line() {
        int dice = random.nextInt(100);
        if (dice < 70 || lines.isEmpty()) {
            return build() + (random.nextInt(20) == 0 ? "\r" : "");
        }
        if (dice < 78) {
            return event();
        }
        if (dice < 84) {
            return lines.get(random.nextInt(lines.size()));
        }
        if (dice < 90) {
            String build = build();
            return build.substring(0, random.nextInt(build.length()));
        }
        return dice < 95 ? early() : DAMAGE.get(random.nextInt(DAMAGE.size()));
    }

    private String build() {
        SampleBuild build = SampleBuild.id("id" + builds++)
                .start(time().toString())
                .project(random.nextInt(8) == 0 ? "other" : "docs")
                .scenario(SCENARIOS.get(random.nextInt(SCENARIOS.size())))
                .fingerprint(random.nextInt(5) == 0 ? "laptop" : "desk")
                .outcome(OUTCOMES.get(random.nextInt(8) == 0 ? random.nextInt(OUTCOMES.size()) : 0))
                .millis(random.nextInt(100_000) / 8.0);
        if (random.nextInt(4) > 0) {
            build.commit("%040x".formatted(random.nextInt(30)), random.nextInt(10) == 0);
        }
        for (int phase = random.nextInt(4); phase > 0; phase--) {
            build.phase("phase " + random.nextInt(6), null, random.nextInt(1000));
        }
        String line = RecordEncoder.line(build.build());
        return random.nextInt(10) == 0
                ? line.replace("\"measurements\":[]", "\"measurements\":[" + measurement() + "]")
                : line.replace(
                        "\"page_count\":null",
                        random.nextInt(15) == 0 ? "\"page_count\":\"many\"" : "\"page_count\":7");
    }

    /** Now and then one that has the name of a total that no sample measures. */
    private String measurement() {
        return random.nextBoolean()
                ? "{\"name\":\"gc_ms\",\"value\":" + random.nextInt(50)
                        + ",\"unit\":\"ms\",\"direction\":\"lower\",\"noise\":\"noisy\"}"
                : "{\"name\":\"output_mb\",\"value\":1.5,\"unit\":\"MiB\",\"direction\":\"none\",\"noise\":\"exact\"}";
    }

    private String early() {
        return "{\"timestamp\":\"" + time().toString().replace("Z", "") + "\",\"build_time_ms\":" + random.nextInt(9000)
                + ",\"rendering_time_ms\":" + random.nextInt(900) + ",\"regular_pages\":7.0}";
    }

    private String event() {
        HistoryEvent.Stamp stamp =
                new HistoryEvent.Stamp(new BuildId("event" + random.nextInt(10_000)), time(), "tester");
        BuildId build = new BuildId("id" + random.nextInt(builds + 20));
        return switch (random.nextInt(4)) {
            case 0 -> EventEncoder.line(new HistoryEvent.Included(stamp, build, "again"));
            case 1 -> EventEncoder.line(new HistoryEvent.Pruned(stamp, List.of(build), "archive"));
            case 2 -> EventEncoder.line(new HistoryEvent.Accepted(stamp, "docs", "abc", null, null, "fine"));
            default -> EventEncoder.line(new HistoryEvent.Excluded(stamp, build, "noise " + random.nextInt(9)));
        };
    }

    private Instant time() {
        return Instant.parse("2026-01-01T00:00:00Z").plusMillis(1000L * random.nextInt(4_000_000));
    }
}
