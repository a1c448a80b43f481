package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.maven.ExtensionJar;
import dev.bengal.cli.maven.Installation;
import dev.bengal.cli.maven.MavenFolder;
import dev.bengal.cli.maven.Registration;
import dev.bengal.cli.option.ToolParameter;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.JournalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bengal perf install}: from now on a tool's builds are recorded. */
@Command(
        name = "install",
        description =
                "Tells Maven to record every build. What is in its files stays; 'uninstall' restores them exactly.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage, or a file cannot be written"})
final class InstallCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Mixin
    private final ToolParameter tool = new ToolParameter();

    @Mixin
    private final MavenScope scope = new MavenScope();

    InstallCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        return switch (tool.chosen()) {
            case maven -> maven();
        };
    }

    private int maven() {
        Path home = MavenScope.home(surface.variables());
        ExtensionJar jar = ExtensionJar.ofUser(home, surface.variables());
        if (!jar.isSayable()) {
            throw new CommandException(jar.file() + " holds a character at which Maven's scripts would split the path;"
                    + " set XDG_DATA_HOME to a folder without blanks, quotes and colons.");
        }
        MavenFolder folder = scope.project(location);
        List<Registration> registrations = scope.registrations(home, folder, List.of(Registration.ofUser(home)));
        if (!jar.isAscii() && registrations.stream().anyMatch(one -> one.text().needsAsciiName())) {
            throw new CommandException(
                    jar.file() + " has letters beyond ASCII, and Maven would not start where the locale"
                            + " does not know them, as in cron: use --user, or set XDG_DATA_HOME to a folder without.");
        }
        carryOut(new Installation(jar, registrations));
        registrations.forEach(
                registration -> surface.out().println(registration.file() + " names " + jar.file() + "."));
        surface.err().println("'" + surface.command() + " perf doctor maven' tries it with a small build.");
        return 0;
    }

    private static void carryOut(Installation installation) {
        try (InputStream carried = ExtensionJar.carried()
                .orElseThrow(() -> new CommandException("This bengal was put together without the extension for Maven;"
                        + " run it by the launcher 'bengal' of a clone."))) {
            installation.carryOut(carried);
        } catch (IOException e) {
            throw new CommandException(
                    "The extension in this bengal cannot be read: " + JournalException.reason(e) + ".", e);
        }
    }
}
