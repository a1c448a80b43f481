package dev.bengal.maven;

import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the phases of Maven's lifecycle between modules and goals. Maven does not tell when one begins or ends: it lasts from its
 * first goal's start to its last one's end, and its CPU time and allocation are the sum of theirs.
 *
 * @param ofGoal the phase of the lifecycle in which a goal ran, by the names of both
 */
record LifecyclePhases(Map<String, String> ofGoal) {
    LifecyclePhases {
        ofGoal = Map.copyOf(ofGoal);
    }

    /** @param measured modules and goals in the order in which they started; what comes back is in that order too */
    List<PhaseMetrics> between(List<PhaseMetrics> measured) {
        Map<String, List<PhaseMetrics>> goals = new HashMap<>();
        for (PhaseMetrics phase : measured) {
            String step = step(phase);
            if (step != null) {
                List<PhaseMetrics> together = goals.get(step);
                if (together == null) {
                    together = new ArrayList<>();
                    goals.put(step, together);
                }
                together.add(phase);
            }
        }
        List<PhaseMetrics> all = new ArrayList<>();
        for (PhaseMetrics phase : measured) {
            String step = step(phase);
            List<PhaseMetrics> unmet = step == null ? null : goals.remove(step);
            if (step != null && unmet != null) {
                all.add(together(step, unmet));
            }
            all.add(step == null ? phase : below(step, phase));
        }
        return all;
    }

    /** Null for a goal that another one forked, or that was asked for by name. */
    private @Nullable String step(PhaseMetrics phase) {
        String step = ofGoal.get(phase.name());
        return step != null && phase.parent() != null && step.startsWith(phase.parent() + ".phase.") ? step : null;
    }

    private static PhaseMetrics together(String name, List<PhaseMetrics> goals) {
        PhaseMetrics first = goals.get(0);
        double start = start(first);
        double end = start;
        Outcome outcome = Outcome.SUCCESS;
        Double cpu = 0.0;
        Double allocated = 0.0;
        for (PhaseMetrics goal : goals) {
            start = Math.min(start, start(goal));
            end = Math.max(end, start(goal) + goal.durationMillis());
            outcome = outcome == Outcome.SUCCESS ? goal.outcome() : outcome;
            cpu = sum(cpu, goal.cpuMillis());
            allocated = sum(allocated, goal.memory().allocatedMebibytes());
        }
        return new PhaseMetrics(
                name,
                first.parent(),
                first.thread(),
                start,
                end - start,
                cpu,
                new PhaseMemory(null, null, null, null, allocated),
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                null,
                outcome);
    }

    private static double start(PhaseMetrics phase) {
        Double start = phase.startMillis();
        return start == null ? 0 : start;
    }

    /** Null where one of them is not known. */
    private static @Nullable Double sum(@Nullable Double sum, @Nullable Double value) {
        return sum == null || value == null ? null : Double.valueOf(sum + value);
    }

    private static PhaseMetrics below(String parent, PhaseMetrics phase) {
        return new PhaseMetrics(
                phase.name(),
                parent,
                phase.thread(),
                phase.startMillis(),
                phase.durationMillis(),
                phase.cpuMillis(),
                phase.memory(),
                phase.gc(),
                phase.io(),
                phase.itemsProcessed(),
                phase.outcome());
    }
}
