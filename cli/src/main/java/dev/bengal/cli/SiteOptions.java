package dev.bengal.cli;

import dev.bengal.site.BuildOptions;
import dev.bengal.site.Progress;
import dev.bengal.site.config.Configuration;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which site is built, and how. */
final class SiteOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The site's folder, which holds content/; by default this one.")
    Path site = Path.of(".");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the result goes; by default public/ in the site's folder.")
    @Nullable
    Path output;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Read config/environments/NAME.yaml over the rest.")
    @Nullable
    String environment;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many threads work; by default one for each processor.")
    private @Nullable Integer jobs;

    @Option(
            names = "--full",
            description = "Make everything anew. Without it, only what would be different from the last build is made.")
    boolean full;

    @Mixin
    final PublicationOptions publication = new PublicationOptions();

    @Mixin
    final BaseUrlOption baseUrl = new BaseUrlOption();

    @Option(names = "--no-metrics", description = "Record nothing.")
    boolean noMetrics;

    @Mixin
    final MetricsOptions metrics = new MetricsOptions();

    /** Says what is wrong with them. */
    void check() {
        if (jobs != null && jobs < 1) {
            throw new CommandException("--jobs is " + jobs + ", but at least 1 thread must work.");
        }
    }

    /** Where the result goes. */
    Path target(Path root, Configuration configuration, Location location) {
        return output == null ? root.resolve(configuration.outputDir()) : location.typed(output);
    }

    /** @param isFull whether everything is made anew */
    BuildOptions build(boolean isFull, Progress progress) {
        return new BuildOptions(
                jobs == null ? BuildOptions.DEFAULT.jobs() : jobs, isFull, publication.publication(), progress);
    }
}
