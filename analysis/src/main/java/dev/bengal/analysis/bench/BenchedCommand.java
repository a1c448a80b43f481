package dev.bengal.analysis.bench;

import dev.bengal.model.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command that was run several times.
 *
 * @param scenario under which its runs are recorded; no two commands of a result have the same
 * @param words the command itself, which may hold secrets; null where it is not to be told
 * @param parameters the values that stood for the placeholders in it, in the order given
 * @param runs in the order taken, not empty
 */
public record BenchedCommand(
        Scenario scenario, @Nullable String words, Map<String, String> parameters, List<CommandRun> runs) {
    public BenchedCommand {
        Objects.requireNonNull(scenario, "scenario");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(scenario + " was not run");
        }
    }

    /** Its runs, summed up. */
    public RunSummary summary() {
        return RunSummary.of(runs);
    }

    /** How many runs ended with another code than 0. */
    public long failures() {
        return runs.stream().filter(run -> run.exitCode() != 0).count();
    }
}
