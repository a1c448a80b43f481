package dev.bengal.formats.writing;

import dev.bengal.model.BuildMetrics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells builds of one scenario apart in formats that have one name for everything: by their project and environment, where a scenario has
 * several. Where it has one of each, a name stays as it is.
 */
final class DistinctNames {
    private final Map<String, Set<String>> projects = new HashMap<>();
    private final Map<String, Set<String>> environments = new HashMap<>();

    DistinctNames(List<BuildMetrics> builds) {
        for (BuildMetrics build : builds) {
            String scenario = build.identity().scenario().name();
            projects.computeIfAbsent(scenario, key -> new HashSet<>())
                    .add(build.identity().project());
            environments
                    .computeIfAbsent(scenario, key -> new HashSet<>())
                    .add(build.environment().fingerprint());
        }
    }

    /** A name of something in a build, with {@code (project, environment)} behind it as far as they differ. */
    String of(BuildMetrics build, String name) {
        String scenario = build.identity().scenario().name();
        boolean hasProjects = projects.getOrDefault(scenario, Set.of()).size() > 1;
        boolean hasEnvironments = environments.getOrDefault(scenario, Set.of()).size() > 1;
        String project = build.identity().project();
        String environment = build.environment().fingerprint();
        if (hasProjects && hasEnvironments) {
            return name + " (" + project + ", " + environment + ")";
        }
        return hasProjects ? name + " (" + project + ")" : hasEnvironments ? name + " (" + environment + ")" : name;
    }
}
