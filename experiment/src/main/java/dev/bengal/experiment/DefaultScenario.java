package dev.bengal.experiment;

import dev.bengal.model.Scenario;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a recorded command is called where the user gives no name: its program, and for programs that are known to take one,
 * the sub-command that directly follows, such as {@code mvn verify}. Of other programs the first argument is not told: it
 * may be a password as well as a verb, and nothing about a word says which.
 */
public final class DefaultScenario {
    private static final Set<String> WITH_SUBCOMMAND = Set.of(
            "bazel",
            "bengal",
            "bundle",
            "cargo",
            "cmake",
            "composer",
            "dotnet",
            "git",
            "go",
            "gradle",
            "gradlew",
            "just",
            "make",
            "mix",
            "mvn",
            "mvnd",
            "mvnw",
            "ninja",
            "npm",
            "pip",
            "pip3",
            "pnpm",
            "poetry",
            "rake",
            "sbt",
            "swift",
            "tox",
            "yarn");
    private static final Pattern SUBCOMMAND = Pattern.compile("[a-z][a-z0-9:_.-]{0,29}");

    private DefaultScenario() {}

    /** The scenario of this command. */
    public static Scenario of(Command command) {
        String program = command.program();
        boolean told = WITH_SUBCOMMAND.contains(program)
                && !command.arguments().isEmpty()
                && SUBCOMMAND.matcher(command.arguments().get(0)).matches();
        return new Scenario(told ? program + " " + command.arguments().get(0) : program);
    }
}
