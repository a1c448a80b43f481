package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.maven.MavenFolder;
import dev.bengal.cli.maven.Registration;
import dev.bengal.cli.terminal.CommandException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** For which builds Maven is told of the extension. */
final class MavenScope {
    @Option(names = "--user", description = "For all builds of this user: a few lines at the end of ~/.mavenrc.")
    private boolean user;

    @Option(
            names = "--project",
            description =
                    "For all builds of this project in this working copy: a line in the maven.config of the nearest .mvn"
                            + " upward, or of a new one beside the pom.xml in this folder.")
    private boolean project;

    /** The user's home folder, as a shell takes it. */
    static Path home(Map<String, String> variables) {
        String home = variables.getOrDefault("HOME", "");
        try {
            return Path.of(home.isBlank() ? System.getProperty("user.home") : home);
        } catch (InvalidPathException e) {
            throw new CommandException(
                    "The name of your home folder has letters that this locale does not know; set LC_ALL=C.UTF-8.", e);
        }
    }

    /** The project that the user is in, or that {@code -C} names; where one is asked for, Maven has to be at home there. */
    MavenFolder project(Location location) {
        MavenFolder folder = MavenFolder.of(location.start());
        if (project && !folder.isBuilt()) {
            throw new CommandException(
                    folder.path() + " has no pom.xml, and no folder upward has a .mvn: call this where"
                            + " you call mvn, or name that folder with -C.");
        }
        return folder;
    }

    /** Those that were asked for, or else {@code otherwise}. */
    List<Registration> registrations(Path home, MavenFolder folder, List<Registration> otherwise) {
        if (user || project) {
            return user
                    ? project
                            ? List.of(Registration.ofUser(home), Registration.ofProject(folder))
                            : List.of(Registration.ofUser(home))
                    : List.of(Registration.ofProject(folder));
        }
        return otherwise;
    }
}
