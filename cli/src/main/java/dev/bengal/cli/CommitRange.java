package dev.bengal.cli;

import dev.bengal.cli.terminal.CommandException;

/**
 * The commits after one up to another.
 *
 * @param after a revision that is not in it
 * @param last the revision that is its end
 */
record CommitRange(String after, String last) {
    private static final String DOTS = "..";

    /** Reads {@code A..B} or {@code A..}. */
    static CommitRange of(String text) {
        int dots = text.indexOf(DOTS);
        if (dots <= 0 || text.startsWith("...", dots)) {
            throw new CommandException(
                    "'" + text.replaceAll("\\p{C}", "\uFFFD") + "' is no range; write it as A..B, such as v1.0..HEAD.");
        }
        String last = text.substring(dots + DOTS.length());
        return new CommitRange(text.substring(0, dots), last.isEmpty() ? "HEAD" : last);
    }

    String shown() {
        return (after + DOTS + last).replaceAll("\\p{C}", "\uFFFD");
    }
}
