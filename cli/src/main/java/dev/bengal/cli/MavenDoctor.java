package dev.bengal.cli;

import dev.bengal.cli.maven.MavenFolder;
import dev.bengal.cli.maven.ProbeBuild;
import dev.bengal.cli.maven.ProbeBuild.Answer;
import dev.bengal.cli.maven.Registration;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.JournalException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which jar of Bengal is active in Maven, or why none is.
 *
 * @param maven the command, a name in the path or a whole path
 */
record MavenDoctor(Surface surface, MavenFolder folder, String maven) {
    private static final int NONE_ACTIVE = 2;
    private static final int SHOWN = 10;
    private static final int OLDEST_JAVA = 17;

    int examine() {
        Map<String, String> variables = surface.variables();
        Path home = MavenScope.home(variables);
        List<String> findings = new ArrayList<>();
        describe(Registration.ofUser(home), findings);
        describe(Registration.ofProject(folder), findings);
        findings.forEach(surface.out()::println);
        Answer answer = probe(variables);
        answer.jars().forEach(jar -> surface.out().println(answer.maven() + " loads Bengal: " + jar + "."));
        if (answer.jars().stream().anyMatch(jar -> jar.startsWith("active"))) {
            return 0;
        }
        surface.out()
                .println(
                        answer.exitCode() != 0 && answer.jars().isEmpty()
                                ? failure(answer)
                                : "No jar of Bengal is active in " + answer.maven() + ". "
                                        + reason(answer, variables, home));
        return NONE_ACTIVE;
    }

    private static void describe(Registration registration, List<String> findings) {
        try {
            Optional<Path> jar = registration.jar();
            findings.add(registration.file()
                    + jar.map(file -> " names " + file + (Files.isRegularFile(file) ? "." : ", which does not exist."))
                            .orElse(Files.exists(registration.file()) ? " names no jar of Bengal." : " is not there."));
        } catch (IOException e) {
            findings.add(registration.file() + " cannot be read: " + JournalException.reason(e) + ".");
        }
    }

    private Answer probe(Map<String, String> variables) {
        try {
            return new ProbeBuild(maven, folder).run(variables);
        } catch (IOException e) {
            throw new CommandException(
                    "The probe build with '" + maven + "' did not work: " + reason(e)
                            + ". --maven names another Maven, such as a wrapper.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("The probe build was interrupted.", e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException file
                ? file.getFile() + ": " + JournalException.reason(file)
                : String.valueOf(e.getMessage());
    }

    /** Maven may not have come as far as to load any. */
    private static String failure(Answer answer) {
        return "Whether " + answer.maven() + " loads Bengal could not be tried: the probe build failed with exit code "
                + answer.exitCode() + ":\n"
                + String.join("\n", answer.output().lines().limit(SHOWN).toList());
    }

    private String reason(Answer answer, Map<String, String> variables, Path home) {
        if (answer.output().isBlank()) {
            return "Maven printed nothing: an option such as -q in .mvn/maven.config hides which jar it loads.";
        }
        boolean ofUser = isRegistered(Registration.ofUser(home));
        boolean ofProject = isRegistered(Registration.ofProject(folder));
        if (ofUser && !variables.getOrDefault("MAVEN_SKIP_RC", "").isEmpty() && !ofProject) {
            return "MAVEN_SKIP_RC is set, so that Maven does not read ~/.mavenrc.";
        }
        if (ofUser && !ofProject && answer.java().orElse(OLDEST_JAVA) < OLDEST_JAVA) {
            return "The jar needs Java " + OLDEST_JAVA + ", and the lines in ~/.mavenrc register it for no older one.";
        }
        if (!ofUser && !ofProject) {
            return "'" + surface.command() + " perf install maven' registers one.";
        }
        return "-Dbengal.skip may stand in MAVEN_OPTS or .mvn, the lines in ~/.mavenrc may be older ones or not have found out"
                + " which Java this is, or the jar that is named does not exist: '" + surface.command()
                + " perf install maven' writes both again.";
    }

    private static boolean isRegistered(Registration registration) {
        try {
            return registration.jar().isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
