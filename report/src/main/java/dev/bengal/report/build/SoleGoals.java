package dev.bengal.report.build;

import dev.bengal.model.PhaseMetrics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Leaves phases of Maven's lifecycle out of a picture where a single goal ran in them: it has the same bar, and a better name. The goal
 * moves up to the module.
 */
final class SoleGoals {
    private static final String LIFECYCLE = ".phase.";

    private SoleGoals() {}

    /** The others, in their order. */
    static List<PhaseMetrics> without(List<PhaseMetrics> phases) {
        Map<String, PhaseMetrics> named = new HashMap<>();
        Map<String, Integer> within = new HashMap<>();
        for (PhaseMetrics phase : phases) {
            named.put(phase.name(), phase);
            within.merge(Objects.requireNonNullElse(phase.parent(), ""), 1, Integer::sum);
        }
        Map<String, PhaseMetrics> left = new HashMap<>();
        Set<String> goals = new HashSet<>();
        for (PhaseMetrics goal : phases) {
            PhaseMetrics around = goal.parent() == null ? null : named.get(goal.parent());
            if (around != null && isSole(goal, around) && within.getOrDefault(around.name(), 0) == 1) {
                left.put(around.name(), around);
                goals.add(goal.name());
            }
        }
        return phases.stream()
                .filter(phase -> !left.containsKey(phase.name()))
                .map(phase -> goals.contains(phase.name()) ? up(phase, left) : phase)
                .toList();
    }

    private static boolean isSole(PhaseMetrics goal, PhaseMetrics around) {
        return around.name().contains(LIFECYCLE)
                && !goal.name().contains(LIFECYCLE)
                && around.parent() != null
                && Objects.equals(goal.startMillis(), around.startMillis())
                && goal.durationMillis() == around.durationMillis()
                && Objects.equals(goal.thread(), around.thread());
    }

    private static PhaseMetrics up(PhaseMetrics goal, Map<String, PhaseMetrics> left) {
        PhaseMetrics around = Objects.requireNonNull(left.get(goal.parent()));
        return new PhaseMetrics(
                goal.name(),
                around.parent(),
                goal.thread(),
                goal.startMillis(),
                goal.durationMillis(),
                goal.cpuMillis(),
                goal.memory(),
                goal.gc(),
                goal.io(),
                goal.itemsProcessed(),
                goal.outcome());
    }
}
