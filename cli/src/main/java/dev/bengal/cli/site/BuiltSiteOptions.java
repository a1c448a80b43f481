package dev.bengal.cli.site;

import dev.bengal.cli.history.Location;
import dev.bengal.site.config.Configuration;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which site, where its result lies, and as what it is built: the same for all that builds it and all that looks at the result. */
public final class BuiltSiteOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The site's folder, which holds content/; by default this one.")
    public Path site = Path.of(".");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the result lies; by default public/ in the site's folder.")
    @Nullable
    public Path output;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Read config/environments/NAME.yaml over the rest.")
    @Nullable
    public String environment;

    @Mixin
    public final PublicationOptions publication = new PublicationOptions();

    @Mixin
    public final BaseUrlOption baseUrl = new BaseUrlOption();

    /** The root of the site. */
    public Path root(Location location) {
        return location.root(site);
    }

    /** Where the result lies. */
    public Path target(Path root, Configuration configuration, Location location) {
        return output == null ? root.resolve(configuration.outputDir()) : location.typed(output);
    }
}
