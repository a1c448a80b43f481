package dev.bengal.report.judged;

import dev.bengal.analysis.Verdict;
import dev.bengal.report.text.MarkdownText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a judged report as the comment on a change, for people who have a minute: the verdict in one line, why, what limits it, what changed, and what to
 * type next; all else is folded away. Markdown as GitHub and GitLab read it. What a record says is text there and nothing else: it makes no link,
 * mention or command, and no line begins with it.
 */
public final class CommentRenderer {
    private static final int LONGEST_LINE = 2000;

    private final CommentPlace place;

    public CommentRenderer(CommentPlace place) {
        this.place = place;
    }

    /**
     * The comment, as much of it as fits: without what is folded away, or with nothing but the verdict and the link, where it does not.
     *
     * @param mostBytes in UTF-8, at least 16,384
     */
    public String text(JudgedReport report, int mostBytes) {
        for (Extent extent : Extent.values()) {
            String text = text(report, extent);
            if (text.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
                return text;
            }
        }
        throw new IllegalArgumentException(mostBytes + " bytes hold no verdict");
    }

    private enum Extent {
        ALL,
        UNFOLDED,
        VERDICT
    }

    private String text(JudgedReport report, Extent extent) {
        StringBuilder out = new StringBuilder();
        try {
            paragraph(CommentWords.verdict(report), out);
            if (extent == Extent.VERDICT) {
                paragraph("The rest is too long for a comment.", out);
            } else {
                list(new JudgedWords(report).explanations(), out);
                findings(report, out);
                rest(report, extent == Extent.ALL, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        place.link()
                .ifPresent(link ->
                        out.append("\n[The run that measured it](").append(link).append(")\n"));
        return out.toString();
    }

    private void findings(JudgedReport report, StringBuilder out) {
        List<JudgedFinding> warnings = JudgedFinding.warnings(report);
        if (!warnings.isEmpty()) {
            out.append("\n> [!WARNING]\n");
            warnings.forEach(
                    warning -> out.append("> - ").append(line(warning.text())).append('\n'));
        }
    }

    private void rest(JudgedReport report, boolean isFolded, StringBuilder out) throws IOException {
        JudgedRows rows = new JudgedRows(report, true);
        JudgedMarkdownRenderer.table(JudgedRows.COLUMNS, rows.metrics(true), out);
        list(rows.footnote(true).stream().toList(), out);
        JudgedMarkdownRenderer.table(JudgedTableRenderer.BUDGETS, rows.budgets(true), out);
        out.append(CommentWords.next(report, place));
        list(
                List.of("Before: " + JudgedWords.side(report.base()), "After: " + JudgedWords.side(report.candidate())),
                out);
        if (isFolded) {
            fold(rows, out);
        }
    }

    private static void fold(JudgedRows rows, StringBuilder out) throws IOException {
        List<List<String>> metrics = rows.metrics(false);
        List<List<String>> budgets = rows.budgets(false);
        if (metrics.isEmpty() && budgets.isEmpty()) {
            return;
        }
        out.append("\n<details>\n<summary>")
                .append(JudgedWords.many(rows.others(Verdict.SUSPICIOUS), "suspicious"))
                .append(JudgedWords.many(rows.others(Verdict.IMPROVED), "improved"))
                .append(rows.others(Verdict.UNCHANGED))
                .append(" unchanged, ")
                .append(rows.others(Verdict.NOT_JUDGED))
                .append(" not judged</summary>\n");
        JudgedMarkdownRenderer.table(JudgedRows.COLUMNS, metrics, out);
        list(rows.footnote(false).stream().toList(), out);
        JudgedMarkdownRenderer.table(JudgedTableRenderer.BUDGETS, budgets, out);
        out.append("\n</details>\n");
    }

    private static void paragraph(String text, StringBuilder out) {
        out.append(out.length() == 0 ? "" : "\n").append(text).append('\n');
    }

    private static void list(List<String> lines, StringBuilder out) {
        if (!lines.isEmpty()) {
            out.append(lines.stream().map(one -> "- " + line(one) + "\n").collect(Collectors.joining("", "\n", "")));
        }
    }

    /** One line, whatever a record holds. */
    static String line(String text) {
        return MarkdownText.escaped(text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text);
    }
}
