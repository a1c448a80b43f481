package dev.bengal.maven;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** What modules are called: their artifact ids, with the group's where two modules share one. */
final class ModuleNames {
    private volatile Set<String> shared = Set.of();

    /** The modules of the build are known from now on. */
    void know(Collection<MavenProject> modules) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (MavenProject module : modules) {
            if (!seen.add(module.getArtifactId())) {
                twice.add(module.getArtifactId());
            }
        }
        shared = Set.copyOf(twice);
    }

    String of(MavenProject module) {
        return shared.contains(module.getArtifactId())
                ? module.getGroupId() + ":" + module.getArtifactId()
                : module.getArtifactId();
    }

    /** The name of its phase. */
    String phase(MavenProject module) {
        return "module." + of(module);
    }
}
