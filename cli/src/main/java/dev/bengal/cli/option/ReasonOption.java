package dev.bengal.cli.option;

import dev.bengal.cli.terminal.CommandException;
import picocli.CommandLine.Option;

/** Why something is written into the history that judgements go by. */
public final class ReasonOption {
    @Option(
            names = "--why",
            required = true,
            paramLabel = "TEXT",
            description = "The reason, for those who wonder later.")
    private String why = "";

    /** @param about completes the complaint about an empty one: "say in a few words why ..." */
    public String text(String about) {
        if (why.isBlank()) {
            throw new CommandException("--why is empty; say in a few words why " + about + ".");
        }
        return why;
    }
}
