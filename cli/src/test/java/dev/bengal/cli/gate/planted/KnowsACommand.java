package dev.bengal.cli.gate.planted;

import dev.bengal.cli.Main;

/** Planted: a room below the commands starts one. */
public final class KnowsACommand {
    private KnowsACommand() {}

    /** Breaks the rule. */
    public static void start() {
        Main.main(new String[0]);
    }
}
