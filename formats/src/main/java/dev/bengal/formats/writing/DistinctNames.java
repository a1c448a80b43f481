package dev.bengal.formats.writing;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.BuildMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells builds apart in formats that have one name for everything: by their scenario, where several have something of one name, and by their
 * project and environment, where a scenario has several. Where there is one of each, a name stays as it is.
 */
final class DistinctNames {
    private final Map<String, Set<String>> scenarios = new HashMap<>();
    private final Map<String, Set<String>> projects = new HashMap<>();
    private final Map<String, Set<String>> environments = new HashMap<>();

    DistinctNames(List<BuildMetrics> builds) {
        for (BuildMetrics build : builds) {
            String scenario = build.identity().scenario().name();
            add(scenarios, scenario, scenario);
            build.measurements()
                    .forEach(one -> BenchmarkName.parse(one.metric().name())
                            .ifPresent(name -> add(scenarios, name.label(), scenario)));
            add(projects, scenario, build.identity().project());
            add(environments, scenario, build.environment().fingerprint());
        }
    }

    private static void add(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, first -> new HashSet<>()).add(value);
    }

    /** The scenario itself, or a metric of it, by this name. */
    String of(BuildMetrics build, String name) {
        return of(build, name, name);
    }

    /**
     * What a build calls by a label, with {@code (scenario, project, environment)} behind it as far as they differ.
     *
     * @param name by which it goes in the format, if that has the rest of the label elsewhere
     */
    String of(BuildMetrics build, String label, String name) {
        String scenario = build.identity().scenario().name();
        List<String> differing = new ArrayList<>();
        if (hasSeveral(scenarios, label)) {
            differing.add(scenario);
        }
        if (hasSeveral(projects, scenario)) {
            differing.add(build.identity().project());
        }
        if (hasSeveral(environments, scenario)) {
            differing.add(build.environment().fingerprint());
        }
        return differing.isEmpty() ? name : name + " (" + String.join(", ", differing) + ")";
    }

    private static boolean hasSeveral(Map<String, Set<String>> map, String key) {
        return map.getOrDefault(key, Set.of()).size() > 1;
    }
}
