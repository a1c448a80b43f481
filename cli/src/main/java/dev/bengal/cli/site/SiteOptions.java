package dev.bengal.cli.site;

import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.site.BuildOptions;
import dev.bengal.site.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which site is built, how, and what is recorded of it. */
public final class SiteOptions {
    @Mixin
    public final BuiltSiteOptions built = new BuiltSiteOptions();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many threads work; by default one for each processor.")
    private @Nullable Integer jobs;

    @Option(
            names = "--full",
            description = "Make everything anew. Without it, only what would be different from the last build is made.")
    public boolean full;

    @Option(names = "--no-metrics", description = "Record nothing.")
    public boolean noMetrics;

    @Mixin
    public final MetricsOptions metrics = new MetricsOptions();

    /** Says what is wrong with them. */
    public void check() {
        if (jobs != null && jobs < 1) {
            throw new CommandException("--jobs is " + jobs + ", but at least 1 thread must work.");
        }
    }

    /**
     * What the site is told.
     *
     * @param isFull whether everything is made anew
     */
    public BuildOptions build(boolean isFull, Progress progress) {
        return new BuildOptions(
                jobs == null ? BuildOptions.DEFAULT.jobs() : jobs, isFull, built.publication.publication(), progress);
    }
}
