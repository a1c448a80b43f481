package dev.bengal.cli.judge.planted;

import picocli.CommandLine;

/** Planted: what judges asks a command line. */
public final class KnowsTheCommandLine {
    private KnowsTheCommandLine() {}

    /** Breaks the rule. */
    public static CommandLine parser(Object command) {
        return new CommandLine(command);
    }
}
