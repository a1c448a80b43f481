package dev.bengal.site.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the {@code |} of a wikilink from ending a table's cell: it is escaped, as CommonMark's tables want it. */
final class TablePipes {
    private static final Pattern FENCE = Pattern.compile("^[ >]*(`{3,}|~{3,})");
    private static final Pattern LINK = Pattern.compile("\\[\\[[^\\[\\]|]*(?<!\\\\)\\|[^\\[\\]|]*]]");

    private TablePipes() {}

    static String escape(String markdown) {
        if (!markdown.contains("[[") || !LINK.matcher(markdown).find()) {
            return markdown;
        }
        StringBuilder escaped = new StringBuilder(markdown.length() + 16);
        String fence = "";
        for (String line : markdown.split("(?<=\n)")) {
            Matcher mark = FENCE.matcher(line);
            if (mark.find()) {
                String found = mark.group(1);
                if (fence.isEmpty()) {
                    fence = found;
                } else if (found.startsWith(fence)) {
                    fence = "";
                }
            }
            escaped.append(fence.isEmpty() && line.stripLeading().startsWith("|") ? inRow(line) : line);
        }
        return escaped.toString();
    }

    private static String inRow(String row) {
        return LINK.matcher(row)
                .replaceAll(link -> Matcher.quoteReplacement(link.group().replace("|", "\\|")));
    }
}
