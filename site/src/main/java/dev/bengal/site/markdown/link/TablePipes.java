package dev.bengal.site.markdown.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the {@code |} of a wikilink from ending a table's cell: it is escaped, as CommonMark's tables want it. */
public final class TablePipes {
    private static final Pattern FENCE = Pattern.compile("[ >]*(`{3,}|~{3,})");
    private static final Pattern LINK = Pattern.compile("\\[\\[[^\\[\\]|]*(?<!\\\\)\\|[^\\[\\]|]*]]");

    private TablePipes() {}

    /** The text with what is to be escaped; most texts as they are. */
    public static String escape(String markdown) {
        return hasRowWithLink(markdown) ? escapeRows(markdown) : markdown;
    }

    /** Whether there is anything to do; most texts are left after a look at their lines with brackets. */
    private static boolean hasRowWithLink(String markdown) {
        for (int at = markdown.indexOf("[["); at >= 0; at = markdown.indexOf("[[", at)) {
            if (isRow(markdown, markdown.lastIndexOf('\n', at) + 1)) {
                return true;
            }
            int end = markdown.indexOf('\n', at);
            at = end < 0 ? markdown.length() : end;
        }
        return false;
    }

    private static String escapeRows(String markdown) {
        StringBuilder escaped = new StringBuilder(markdown.length() + 16);
        String fence = "";
        for (int start = 0; start < markdown.length(); ) {
            int end = markdown.indexOf('\n', start) + 1;
            end = end == 0 ? markdown.length() : end;
            String line = markdown.substring(start, end);
            Matcher mark = FENCE.matcher(line);
            if (mark.lookingAt()) {
                String found = mark.group(1);
                if (fence.isEmpty()) {
                    fence = found;
                } else if (found.startsWith(fence)) {
                    fence = "";
                }
            }
            escaped.append(fence.isEmpty() && isRow(line, 0) ? inRow(line) : line);
            start = end;
        }
        return escaped.toString();
    }

    private static boolean isRow(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '|';
    }

    private static String inRow(String row) {
        return LINK.matcher(row)
                .replaceAll(link -> Matcher.quoteReplacement(link.group().replace("|", "\\|")));
    }
}
