package dev.bengal.maven;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Profiles that a property of the command line switches on or off. */
final class PropertyProfiles {
    private PropertyProfiles() {}

    /**
     * Those that would be otherwise without that property, by their names; with a {@code !} those that it switched off.
     *
     * @param modules of the build
     */
    static Set<String> of(List<MavenProject> modules, MavenExecutionRequest request) {
        Properties user = request.getUserProperties();
        Set<String> switched = new HashSet<>();
        for (MavenProject module : modules) {
            Set<String> active = new HashSet<>();
            for (List<String> injected : module.getInjectedProfileIds().values()) {
                active.addAll(injected);
            }
            for (Profile profile : known(module, request)) {
                ActivationProperty property = property(profile);
                if (property != null && user.containsKey(name(property))) {
                    boolean otherwise = isOnWithout(property);
                    boolean on = active.contains(profile.getId());
                    if (on != otherwise) {
                        switched.add((on ? "" : "!") + profile.getId());
                    }
                }
            }
        }
        return switched;
    }

    private static List<Profile> known(MavenProject module, MavenExecutionRequest request) {
        List<Profile> known = new ArrayList<>(request.getProfiles());
        for (MavenProject one = module; one != null; one = one.getParent()) {
            Model model = one.getOriginalModel();
            if (model != null) {
                known.addAll(model.getProfiles());
            }
        }
        return known;
    }

    private static @Nullable ActivationProperty property(Profile profile) {
        Activation activation = profile.getActivation();
        ActivationProperty property = activation == null ? null : activation.getProperty();
        return property == null || property.getName() == null ? null : property;
    }

    private static String name(ActivationProperty property) {
        return property.getName().startsWith("!") ? property.getName().substring(1) : property.getName();
    }

    /** Where a value is asked for, a {@code !} before the name means nothing to Maven. */
    private static boolean isOnWithout(ActivationProperty property) {
        String value = property.getValue();
        return (value == null || value.isEmpty() ? property.getName() : value).startsWith("!");
    }
}
