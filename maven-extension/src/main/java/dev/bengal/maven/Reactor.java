package dev.bengal.maven;

import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    Stream<Measurement> measurements(List<PhaseMetrics> phases) {
        Map<String, PhaseMetrics> modules = new HashMap<>();
        phases.stream()
                .filter(phase -> phase.parent() == null && needs.containsKey(phase.name()))
                .forEach(phase -> modules.put(phase.name(), phase));
        if (modules.size() < 2) {
            return Stream.empty();
        }
        return Stream.concat(
                longest(modules)
                        .map(chain -> MavenMetric.CRITICAL_PATH.measured(chain.millis(), chain.words()))
                        .stream(),
                Stream.of(MavenMetric.IDLE.measured(idleMillis(modules), null)));
    }

    private Optional<Chain> longest(Map<String, PhaseMetrics> modules) {
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
        return Optional.ofNullable(longest);
    }

    private static @Nullable Chain longer(@Nullable Chain one, @Nullable Chain other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.millis() > one.millis() ? other : one;
    }

    private double idleMillis(Map<String, PhaseMetrics> modules) {
        double start =
                modules.values().stream().mapToDouble(Reactor::start).min().orElse(0);
        double end = modules.values().stream()
                .mapToDouble(module -> start(module) + module.durationMillis())
                .max()
                .orElse(start);
        double busy = modules.values().stream()
                .mapToDouble(PhaseMetrics::durationMillis)
                .sum();
        return Math.max(0, threads * (end - start) - busy);
    }

    private static double start(PhaseMetrics module) {
        return Objects.requireNonNullElse(module.startMillis(), 0.0);
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
