package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.site.starter.StarterSite;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal new}: a site to begin with. */
@Command(
        name = "new",
        description = "Writes a small site to begin with, into a folder that is new or empty.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the site is written", "2:wrong usage, or the folder is not empty or cannot be written"})
final class NewCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Parameters(index = "0", paramLabel = "SITE", description = "The folder of the new site.")
    private Path site = Path.of(".");

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "The name of the site; by default that of its folder.")
    private @Nullable String title;

    NewCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        Path folder = location.root(site).toAbsolutePath().normalize();
        for (String file : StarterSite.write(folder, title == null ? nameOf(folder) : title)) {
            surface.out().println(site.resolve(file));
        }
        surface.err()
                .println("The site is written. To build it: " + surface.command() + " build"
                        + (folder.equals(location.workingFolder()
                                        .toAbsolutePath()
                                        .normalize())
                                ? ""
                                : " " + Location.quoted(shown(folder))));
        return 0;
    }

    /** As the user would type it from where they are. */
    private Path shown(Path folder) {
        Path here = location.workingFolder().toAbsolutePath().normalize();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    private static String nameOf(Path folder) {
        Path name = folder.getFileName();
        return name == null ? "Site" : name.toString();
    }
}
