package dev.bengal.cli;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.links.LinkCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal check-links}: follows the links of a built site. */
@Command(
        name = "check-links",
        description = {
            "Follows every link of a built site that leads to the site itself, anchors too.",
            "Addresses of other hosts are not asked for."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all lead somewhere", "1:some lead nowhere", "2:wrong usage, or there is no built site"})
final class CheckLinksCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The site's folder, which holds content/; by default this one.")
    private Path site = Path.of(".");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the built site is; by default public/ in the site's folder.")
    private @Nullable Path output;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Read config/environments/NAME.yaml over the rest, as it was built.")
    private @Nullable String environment;

    @Mixin
    private final BaseUrlOption baseUrl = new BaseUrlOption();

    CheckLinksCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        Path root = location.root(site);
        Configuration configuration = baseUrl.in(Configuration.load(root, environment));
        Path built = output == null ? root.resolve(configuration.outputDir()) : location.typed(output);
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
