package dev.bengal.report.text;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Texts and rows of tables in Markdown. */
public final class MarkdownText {
    private MarkdownText() {}

    /** Writes a row of a table. */
    public static void line(List<String> cells, Appendable out) throws IOException {
        out.append(cells.stream().map(MarkdownText::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /**
     * Without what Markdown, HTML or a forge would take for more than text: markup, formulas, links, mentions, references to issues and the
     * like. Forges look for the last two in the text as it is shown, so that a space of no width has to break them.
     */
    public static String escaped(String text) {
        return text.replaceAll("&(?=\\d)", "&\u200B")
                .replace("&", "&amp;")
                .replaceAll("%(?=[\\w\"])", "%\u200B")
                .replaceAll("\\$(?=\\d)", "\\$\u200B")
                .replace("#", "&#35;&#8203;")
                .replace("@", "&#64;&#8203;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("://", ":&#8203;//")
                .replaceAll("(?i)(www)\\.", "$1&#8203;.")
                .replaceAll("(?i)(GH)-", "$1&#8203;-")
                .replaceAll("([\\\\`*_{}\\[\\]|~!$])", "\\\\$1")
                .replace("\u200B", "&#8203;");
    }
}
