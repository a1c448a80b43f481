package dev.bengal.cli.recording;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.Scenario;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the name of a scenario. */
public final class ScenarioName {
    private ScenarioName() {}

    /** The scenario that an option names; empty where it was not given. */
    public static Optional<Scenario> of(@Nullable String text) {
        if (text != null && text.isBlank()) {
            throw new CommandException("--scenario is blank; give it a name such as 'nightly build', or leave it out.");
        }
        return Optional.ofNullable(text).map(Scenario::new);
    }
}
