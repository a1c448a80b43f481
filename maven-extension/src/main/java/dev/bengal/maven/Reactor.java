package dev.bengal.maven;

import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which modules wait for which.
 *
 * @param needs for each module those that it needs directly, by the names of their phases; a module comes after all that it needs
 * @param threads that build modules
 */
record Reactor(Map<String, List<String>> needs, int threads) {
    private static final int NAMED = 20;

    Reactor {
        needs = new LinkedHashMap<>(needs);
    }

    /** What is known of the modules together; nothing where there is only one. */
    List<Measurement> measurements(List<PhaseMetrics> phases) {
        Map<String, PhaseMetrics> modules = new HashMap<>();
        for (PhaseMetrics phase : phases) {
            if (phase.parent() == null && needs.containsKey(phase.name())) {
                modules.put(phase.name(), phase);
            }
        }
        if (modules.size() < 2) {
            return List.of();
        }
        Measurement idle = MavenMetric.IDLE.measured(idleMillis(modules.values()), null);
        Chain chain = longest(modules);
        return chain == null
                ? List.of(idle)
                : List.of(MavenMetric.CRITICAL_PATH.measured(chain.millis(), chain.words()), idle);
    }

    private @Nullable Chain longest(Map<String, PhaseMetrics> modules) {
        Map<String, Chain> chains = new HashMap<>();
        Chain longest = null;
        for (Map.Entry<String, List<String>> module : needs.entrySet()) {
            PhaseMetrics built = modules.get(module.getKey());
            if (built != null) {
                Chain before = null;
                for (String needed : module.getValue()) {
                    before = longer(before, chains.get(needed));
                }
                Chain chain = new Chain(
                        module.getKey(), before, built.durationMillis() + (before == null ? 0 : before.millis()));
                chains.put(module.getKey(), chain);
                longest = longer(longest, chain);
            }
        }
        return longest;
    }

    private static @Nullable Chain longer(@Nullable Chain one, @Nullable Chain other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.millis() > one.millis() ? other : one;
    }

    private double idleMillis(Collection<PhaseMetrics> modules) {
        double start = Double.POSITIVE_INFINITY;
        double end = 0;
        double busy = 0;
        for (PhaseMetrics module : modules) {
            start = Math.min(start, start(module));
            end = Math.max(end, start(module) + module.durationMillis());
            busy += module.durationMillis();
        }
        return Math.max(0, threads * (end - start) - busy);
    }

    private static double start(PhaseMetrics module) {
        Double start = module.startMillis();
        return start == null ? 0 : start;
    }

    /** Modules that wait for each other. */
    private record Chain(String last, @Nullable Chain before, double millis) {
        String words() {
            Deque<String> names = new ArrayDeque<>();
            for (Chain link = this; link != null; link = link.before) {
                names.addFirst(link.last.substring("module.".length()));
            }
            List<String> shown = new ArrayList<>(names);
            return shown.size() <= NAMED
                    ? String.join(" > ", shown)
                    : String.join(" > ", shown.subList(0, NAMED)) + " > and " + (shown.size() - NAMED) + " more";
        }
    }
}
