package dev.bengal.site.markdown;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;

/** A code fence with a title or marked lines, as in {@code python client.py {3-4}}. */
final class MarkedCode extends CustomBlock {
    private static final Pattern INFO =
            Pattern.compile("([^\\s{]*)\\s*([^{]*?)\\s*(?:\\{\\s*([0-9]+(?:\\s*[-,]\\s*[0-9]+)*)\\s*})?\\s*");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:\\s*-\\s*([0-9]{1,6}))?");

    private final String language;
    private final String title;
    private final BitSet marked;
    private final String code;

    private MarkedCode(String language, String title, BitSet marked, String code) {
        this.language = language;
        this.title = title;
        this.marked = marked;
        this.code = code;
    }

    /** Takes the place of a fence that has either; any other one stays. */
    static void replace(FencedCodeBlock fence) {
        Matcher info = INFO.matcher(fence.getInfo() == null ? "" : fence.getInfo());
        if (!info.matches() || (info.group(2).isEmpty() && info.group(3) == null)) {
            return;
        }
        String title = info.group(2).replaceFirst("^title=", "").replaceAll("^\"|\"$", "");
        BitSet marked = info.group(3) == null ? new BitSet() : lines(info.group(3));
        fence.insertBefore(new MarkedCode(info.group(1), title, marked, fence.getLiteral()));
        fence.unlink();
    }

    private static BitSet lines(String ranges) {
        BitSet lines = new BitSet();
        Matcher range = RANGE.matcher(ranges);
        while (range.find()) {
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (first <= last) {
                lines.set(first, last + 1);
            }
        }
        return lines;
    }

    String language() {
        return language;
    }

    /** Empty where there is none. */
    String title() {
        return title;
    }

    /** Each with its line break. */
    String[] lines() {
        return code.split("(?<=\n)");
    }

    /** Whether a line is marked; the first is 1. */
    boolean isMarked(int line) {
        return marked.get(line);
    }
}
