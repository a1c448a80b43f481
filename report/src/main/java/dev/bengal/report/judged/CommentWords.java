package dev.bengal.report.judged;

import java.util.List;

/** What a comment says in sentences of its own. */
final class CommentWords {
    private static final String ANY_BASE = "main";

    private CommentWords() {}

    /** The first line. */
    static String verdict(JudgedReport report) {
        String summary = CommentRenderer.line(new JudgedWords(report).summary());
        return switch (report.verdict()) {
            case REGRESSED -> "**Look at this: " + summary + "**";
            case SUSPICIOUS -> "**Perhaps worse, build it again: " + summary + "**";
            case IMPROVED -> "**No action needed. Better: " + summary + "**";
            case UNCHANGED -> "**No action needed.** Performance: " + summary.strip();
            case NOT_JUDGED -> "**Not judged: " + summary + "**";
        };
    }

    /** What to type next; nothing where no action is needed. */
    static String next(JudgedReport report, CommentPlace place) {
        return switch (report.verdict()) {
            case REGRESSED ->
                code(
                        "Next, build both in turn on one machine, or accept the new level where it is meant:",
                        ab(place),
                        "bengal perf accept " + candidate(report) + " --why \"...\"");
            case SUSPICIOUS ->
                code("Next, let more builds decide:", "bengal perf check --confirm -- COMMAND", ab(place));
            case NOT_JUDGED -> code("To have an answer without a baseline:", ab(place));
            case UNCHANGED, IMPROVED -> "";
        };
    }

    private static String ab(CommentPlace place) {
        return "bengal perf ab --base "
                + place.base().map(name -> "origin/" + name).orElse(ANY_BASE) + " -- COMMAND";
    }

    /** Whatever a record calls a commit, only a hash is shown to be typed. */
    private static String candidate(JudgedReport report) {
        List<String> commits = report.candidate().commits();
        return commits.size() == 1 && commits.get(0).matches("[0-9a-f]{7,64}")
                ? commits.get(0).substring(0, Math.min(12, commits.get(0).length()))
                : "COMMIT";
    }

    private static String code(String why, String... commands) {
        return "\n" + why + "\n\n```\n" + String.join("\n", commands) + "\n```\n";
    }
}
