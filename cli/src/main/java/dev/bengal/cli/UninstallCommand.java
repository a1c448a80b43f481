package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.maven.MavenFolder;
import dev.bengal.cli.maven.Registration;
import dev.bengal.cli.option.ToolParameter;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bengal perf uninstall}: a tool's builds are no longer recorded. */
@Command(
        name = "uninstall",
        description = "Takes back what 'install' did: its files are what they were before. Histories stay.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage, or a file cannot be written"})
final class UninstallCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Mixin
    private final ToolParameter tool = new ToolParameter();

    @Mixin
    private final MavenScope scope = new MavenScope();

    UninstallCommand(Surface surface, Location location) {
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
        MavenFolder folder = scope.project(location);
        List<Registration> registrations =
                scope.registrations(home, folder, List.of(Registration.ofUser(home), Registration.ofProject(folder)));
        registrations.forEach(this::remove);
        MavenFolder root = new MavenFolder(location.root());
        if (registrations.contains(Registration.ofProject(folder)) && !root.equals(folder)) {
            hint(root);
        }
        return 0;
    }

    /** Older versions registered the jar there, although Maven reads the nearest {@code .mvn}; whether this is such a one nobody knows. */
    private void hint(MavenFolder root) {
        try {
            if (Registration.ofProject(root).jar().isPresent()) {
                surface.err()
                        .println(Registration.ofProject(root).file() + " names a jar of Bengal, too: '"
                                + surface.command() + " perf -C " + root.path()
                                + " uninstall maven --project' takes it out.");
            }
        } catch (IOException e) {
            // The user did not ask about it.
        }
    }

    private void remove(Registration registration) {
        try {
            boolean isRemoved = registration.remove();
            String file = Files.exists(registration.file()) ? "" : ": not there";
            surface.out()
                    .println(registration.file()
                            + (isRemoved
                                    ? " is as it was before" + file + "."
                                    : file.isEmpty() ? " names no jar of Bengal; left alone." : " is not there."));
        } catch (IOException e) {
            throw new CommandException(
                    registration.file() + " cannot be changed: " + JournalException.reason(e) + ".", e);
        }
    }
}
