package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.site.BuiltSiteOptions;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.links.LinkCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bengal check-links}: follows the links of a built site. */
@Command(
        name = "check-links",
        description = {
            "Follows every link of a built site that leads to the site itself, anchors too.",
            "Addresses of other hosts are not asked for. What is checked is the result as it was built last;",
            "give the options that it was built with."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all lead somewhere",
            "1:some lead nowhere",
            "2:wrong usage, or there is no built site, or it cannot be read"
        })
final class CheckLinksCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Mixin
    private final BuiltSiteOptions options = new BuiltSiteOptions();

    CheckLinksCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        Path root = options.root(location);
        Configuration configuration = options.baseUrl.in(Configuration.load(root, options.environment));
        Path built = options.target(root, configuration, location);
        LinkCheck check = LinkCheck.of(built, configuration.baseUrl());
        check.broken().forEach(surface.out()::println);
        surface.err()
                .println(check.pages()
                        + (check.pages() == 1 ? " page with " : " pages with ")
                        + check.links()
                        + (check.links() == 1 ? " link; " : " links; ")
                        + outcome(check));
        return check.broken().isEmpty() ? 0 : 1;
    }

    private static String outcome(LinkCheck check) {
        int broken = check.broken().size();
        return broken == 0 ? "all lead somewhere." : broken + (broken == 1 ? " leads nowhere." : " lead nowhere.");
    }
}
