package dev.bengal.cli.judge;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Machine;
import dev.bengal.report.judged.JudgedSide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What keeps the times of two sides from being held against each other. */
final class Obstacles {
    private static final String BUT = " Time is not judged; allocated bytes and counts are compared.";

    private Obstacles() {}

    static List<String> between(JudgedSide base, JudgedSide candidate) {
        List<String> obstacles = new ArrayList<>();
        BuildMetrics before = base.builds().get(0);
        BuildMetrics after = candidate.builds().get(0);
        if (!before.identity().project().equals(after.identity().project())) {
            obstacles.add("Different projects: " + before.identity().project() + " before, "
                    + after.identity().project() + " after." + BUT);
        }
        if (!before.identity().scenario().equals(after.identity().scenario())) {
            obstacles.add("Different scenarios: '" + before.identity().scenario() + "' before, '"
                    + after.identity().scenario() + "' after." + BUT);
        }
        if (!before.environment().fingerprint().equals(after.environment().fingerprint())) {
            obstacles.add("Different environments: " + before.environment().fingerprint() + " before, "
                    + after.environment().fingerprint() + " after" + differences(before, after) + "." + BUT);
        }
        return obstacles;
    }

    private static String differences(BuildMetrics before, BuildMetrics after) {
        Map<String, @Nullable Object> one = facts(before);
        Map<String, @Nullable Object> other = facts(after);
        List<String> differences = one.keySet().stream()
                .filter(fact -> !Objects.equals(one.get(fact), other.get(fact)))
                .map(fact -> fact + " " + said(one.get(fact)) + " and " + said(other.get(fact)))
                .toList();
        return differences.isEmpty() ? "" : " (" + String.join(", ", differences) + ")";
    }

    private static String said(@Nullable Object value) {
        return value == null ? "unknown" : value.toString();
    }

    private static Map<String, @Nullable Object> facts(BuildMetrics build) {
        Machine machine = build.environment().machine();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("CPU", machine.cpuModel());
        facts.put("CPUs", machine.cpuCount());
        facts.put("memory in MB", machine.memoryMebibytes());
        facts.put("system", machine.platform());
        facts.put("architecture", machine.arch());
        facts.put("limits", machine.limits());
        facts.put("Java", build.environment().tooling().javaVersion());
        return facts;
    }
}
