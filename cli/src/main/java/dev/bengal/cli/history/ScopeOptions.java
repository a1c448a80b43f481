package dev.bengal.cli.history;

import dev.bengal.store.BuildFilter;
import java.util.Optional;
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

    /** That nobody recorded the scenario, and which there are; empty where somebody did, or where none was asked for. */
    public Optional<String> whenUnknown(HistorySource source, long recorded) {
        return ScenarioNames.whenUnknown(scenario, source, recorded);
    }

    /** What is asked for in words, to follow "no build"; empty where nothing was asked for. */
    public String words() {
        return (scenario == null ? "" : " of scenario '" + scenario + "'")
                + (environment == null ? "" : " in environment '" + environment + "'");
    }
}
