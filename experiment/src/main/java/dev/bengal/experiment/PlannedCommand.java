package dev.bengal.experiment;

import dev.bengal.model.Scenario;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A command that is to be run several times.
 *
 * @param scenario under which its runs are recorded
 * @param parameters the values that are filled in
 * @param preparation a line for the shell, run before each run; it is not measured
 */
public record PlannedCommand(
        Command command, Scenario scenario, Map<String, String> parameters, Optional<String> preparation) {
    public PlannedCommand {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(preparation, "preparation");
    }
}
