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
 * What a build is called: its goals, and whatever else the command line says about how much there is to do. Such as
 * {@code mvn clean verify}, {@code mvn -T 2 verify}, {@code mvn verify in core without tests} or {@code mvn verify downloading}. Of
 * properties only those are told that choose tests or profiles, and never a value: it may be a secret.
 *
 * @param start what stands before the profiles
 * @param profiles that are on, or by a {@code !} off, otherwise than in a plain build
 * @param rest what stands behind them, but for what is known only in the end
 */
record MavenScenario(String start, Set<String> profiles, String rest) {
    private static final int NAMED_MODULES = 3;

    MavenScenario {
        profiles = new TreeSet<>(profiles);
    }

    /** @param root the project's folder */
    static MavenScenario of(MavenExecutionRequest request, Path root) {
        int threads = request.getDegreeOfConcurrency();
        Set<String> profiles = new TreeSet<>(request.getActiveProfiles());
        for (String profile : request.getInactiveProfiles()) {
            profiles.add("!" + profile);
        }
        return new MavenScenario(
                joined("mvn", threads > 1 ? "-T " + threads : "", request.isRecursive() ? "" : "-N"),
                profiles,
                joined(
                        request.getGoals().isEmpty() ? "default goal" : String.join(" ", request.getGoals()),
                        place(request, root),
                        modules(request.getSelectedProjects(), "of"),
                        modules(request.getExcludedProjects(), "but"),
                        request.getResumeFrom() == null ? "" : "resumed",
                        neighbours(request),
                        tests(request.getUserProperties())));
    }

    /** @param others which are on, or by a {@code !} off, by something else than {@code -P} */
    MavenScenario with(Set<String> others) {
        Set<String> all = new TreeSet<>(profiles);
        all.addAll(others);
        return new MavenScenario(start, all, rest);
    }

    /** All but what is known only in the end. */
    String words() {
        List<String> words = new ArrayList<>();
        words.add(start);
        for (String profile : profiles) {
            words.add("-P" + profile);
        }
        words.add(rest);
        return String.join(" ", words);
    }

    private static String joined(String... words) {
        List<String> said = new ArrayList<>(List.of(words));
        said.removeAll(Set.of(""));
        return String.join(" ", said);
    }

    /**
     * A build that first has to fetch what it needs is not comparable with one that has it, nor one of which something was missed with
     * one of which all is known.
     */
    Scenario complete(boolean downloaded, boolean whole) {
        return new Scenario(words() + (downloaded ? " downloading" : "") + (whole ? "" : " recorded in part"));
    }

    /** The folder of the POM, or where that has another name than it needs, the POM. */
    private static String place(MavenExecutionRequest request, Path root) {
        Path pom = request.getPom().toPath().toAbsolutePath().normalize();
        Path place = isFoundByItself(pom.toFile().getName()) ? pom.getParent() : pom;
        if (place == null || place.equals(root) || !place.startsWith(root)) {
            return "";
        }
        return "in " + root.relativize(place).toString().replace('\\', '/');
    }

    /** {@code pom.xml}, and with Polyglot Maven {@code pom.kts} and others. */
    private static boolean isFoundByItself(String name) {
        return name.startsWith(".polyglot.") || (name.startsWith("pom.") && name.lastIndexOf('.') == "pom".length());
    }

    private static String modules(List<String> selection, String word) {
        return switch (selection.size()) {
            case 0 -> "";
            case 1, 2, NAMED_MODULES -> word + " " + String.join(",", selection);
            default -> word + " " + selection.size() + " modules";
        };
    }

    /** Which modules come in addition to those that were selected. */
    private static String neighbours(MavenExecutionRequest request) {
        String behaviour = request.getMakeBehavior();
        boolean all = request.getSelectedProjects().isEmpty() && request.getResumeFrom() == null;
        if (behaviour == null || all) {
            return "";
        }
        return switch (behaviour) {
            case MavenExecutionRequest.REACTOR_MAKE_UPSTREAM -> "-am";
            case MavenExecutionRequest.REACTOR_MAKE_DOWNSTREAM -> "-amd";
            case MavenExecutionRequest.REACTOR_MAKE_BOTH -> "-am -amd";
            default -> "";
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
