package dev.bengal.experiment;

import dev.bengal.model.Scenario;
import java.util.Objects;
import java.util.Optional;

/**
 * How a commit is built.
 *
 * @param preparation run by {@code sh} before each build, unmeasured
 * @param keepsIgnored whether what git ignores stays from build to build; else each begins with nothing but the commit
 */
public record BuildRecipe(
        Command command,
        Scenario scenario,
        Optional<String> preparation,
        boolean keepsIgnored,
        CommandStreams streams) {
    public BuildRecipe {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(preparation, "preparation");
        Objects.requireNonNull(streams, "streams");
    }

    /** Whether the program is looked for in the checkout, so that another commit may lack it. */
    boolean isProgramOfTheCheckout() {
        String program = command.words().get(0);
        return program.contains("/") && !program.startsWith("/");
    }
}
