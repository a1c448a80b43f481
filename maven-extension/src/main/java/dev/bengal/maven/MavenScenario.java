package dev.bengal.maven;

import dev.bengal.model.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * What a build is called: its goals, and whatever else decides how much there is to do. Such as {@code mvn clean verify},
 * {@code mvn -T 2 verify}, {@code mvn verify in core without tests} or {@code mvn verify downloading}. Of the properties of the
 * command line only those are told that choose tests, and never a value: it may be a secret.
 *
 * @param words all but what is known only in the end
 */
record MavenScenario(String words) {
    private static final int NAMED_MODULES = 3;

    /** @param root the project's folder */
    static MavenScenario of(MavenExecutionRequest request, Path root) {
        int threads = request.getDegreeOfConcurrency();
        List<String> words = new ArrayList<>();
        words.add("mvn");
        words.add(threads > 1 ? "-T " + threads : "");
        for (String profile : new TreeSet<>(request.getActiveProfiles())) {
            words.add("-P" + profile);
        }
        words.add(request.getGoals().isEmpty() ? "default goal" : String.join(" ", request.getGoals()));
        words.add(folder(request, root));
        words.add(modules(request.getSelectedProjects(), "of"));
        words.add(modules(request.getExcludedProjects(), "but"));
        words.add(request.getResumeFrom() == null ? "" : "resumed");
        words.add(tests(request.getUserProperties()));
        words.removeAll(Set.of(""));
        return new MavenScenario(String.join(" ", words));
    }

    /** A build that first has to fetch what it needs is not comparable with one that has it. */
    Scenario complete(boolean downloaded) {
        return new Scenario(words + (downloaded ? " downloading" : ""));
    }

    private static String folder(MavenExecutionRequest request, Path root) {
        Path pom = request.getPom().toPath().toAbsolutePath().normalize();
        Path folder = pom.getParent();
        if (folder == null || folder.equals(root) || !folder.startsWith(root)) {
            return "";
        }
        return "in " + root.relativize(folder).toString().replace('\\', '/');
    }

    private static String modules(List<String> selection, String word) {
        return switch (selection.size()) {
            case 0 -> "";
            case 1, 2, NAMED_MODULES -> word + " " + String.join(",", selection);
            default -> word + " " + selection.size() + " modules";
        };
    }

    private static String tests(Properties user) {
        for (String all : List.of("skipTests", "maven.test.skip", "maven.test.skip.exec")) {
            if (Switches.isOn(user.getProperty(all))) {
                return "without tests";
            }
        }
        if (Switches.isOn(user.getProperty("skipITs"))) {
            return "without integration tests";
        }
        for (String choice : List.of("test", "it.test", "groups", "excludedGroups")) {
            if (user.containsKey(choice)) {
                return "with some tests";
            }
        }
        return "";
    }
}
