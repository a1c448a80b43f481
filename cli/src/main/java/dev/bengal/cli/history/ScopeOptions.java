package dev.bengal.cli.history;

import dev.bengal.store.BuildFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sort of builds is judged. */
public final class ScopeOptions {
    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "Only builds of this scenario, such as 'site full'; by default that of the newest build.")
    private @Nullable String scenario;

    @Option(
            names = "--environment",
            paramLabel = "ID",
            description = "Only builds in this environment: its fingerprint, or the beginning of it.")
    private @Nullable String environment;

    public BuildFilter filter() {
        BuildFilter filter = scenario == null ? BuildFilter.ALL : BuildFilter.ALL.scenario(scenario);
        return environment == null ? filter : filter.environment(environment);
    }

    /** The same in words, to follow "no build"; empty where nothing was asked for. */
    public String words() {
        return (scenario == null ? "" : " of scenario '" + scenario + "'")
                + (environment == null ? "" : " in environment '" + environment + "'");
    }
}
