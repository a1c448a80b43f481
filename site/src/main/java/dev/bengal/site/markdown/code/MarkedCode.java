package dev.bengal.site.markdown.code;

import dev.bengal.site.highlight.Highlighter;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;

/** A code fence with a title, marked lines or a language whose parts are told apart, as in {@code python client.py {3-4}}. */
public final class MarkedCode extends CustomBlock {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:\\s*-\\s*([0-9]{1,6}))?");

    private final Info info;
    private final int firstNumber;
    private final boolean highlight;
    private final String code;

    private MarkedCode(Info info, int firstNumber, boolean highlight, String code) {
        this.info = info;
        this.firstNumber = firstNumber;
        this.highlight = highlight;
        this.code = code;
    }

    /** Takes the place of a fence that has any of it; any other one stays. */
    public static void replace(FencedCodeBlock fence, boolean highlight) {
        Info info = Info.of(fence.getInfo() == null ? "" : fence.getInfo());
        boolean colours = highlight && Highlighter.knows(info.language());
        if (colours || !info.title().isEmpty() || !info.marked().isEmpty()) {
            fence.insertBefore(new MarkedCode(info, 0, colours, fence.getLiteral()));
            fence.unlink();
        }
    }

    /**
     * Code from a file.
     *
     * @param marked lines as the code counts them, the first being 0
     * @param firstNumber the number that its first line shows; 0 for no numbers
     */
    static MarkedCode of(
            String language, String title, BitSet marked, int firstNumber, boolean highlight, String code) {
        boolean colours = highlight && Highlighter.knows(language);
        BitSet lines = new BitSet();
        marked.stream().forEach(line -> lines.set(line + 1));
        return new MarkedCode(new Info(language, title, lines), firstNumber, colours, code);
    }

    /** The lines that ranges such as {@code 3-4,7} name. */
    static BitSet lines(String ranges) {
        return Info.lines(ranges);
    }

    String language() {
        return info.language();
    }

    /** Empty where there is none. */
    String title() {
        return info.title();
    }

    String code() {
        return code;
    }

    /** Whether the parts of its code are to be told apart. */
    boolean isHighlighted() {
        return highlight;
    }

    /** Whether its lines are written one by one. */
    boolean hasLines() {
        return !info.marked().isEmpty() || firstNumber > 0;
    }

    /** What the first line is numbered with; 0 where lines have no numbers. */
    int firstNumber() {
        return firstNumber;
    }

    /** Whether a line is marked; the first is 1. */
    boolean isMarked(int line) {
        return info.marked().get(line);
    }

    /** What stands behind the mark of a fence: a language, a title, and ranges of lines in braces. */
    private record Info(String language, String title, BitSet marked) {
        /** One with other words in the braces has a language only. */
        static Info of(String info) {
            int space = 0;
            while (space < info.length() && !Character.isWhitespace(info.charAt(space)) && info.charAt(space) != '{') {
                space++;
            }
            String language = info.substring(0, space);
            String rest = info.substring(space).strip();
            int brace = rest.indexOf('{');
            String ranges = brace < 0 ? "" : rest.substring(brace);
            if (brace >= 0 && !isRanges(ranges)) {
                return new Info(language, "", new BitSet());
            }
            String title = brace < 0 ? rest : rest.substring(0, brace).strip();
            title = title.startsWith("title=") ? title.substring("title=".length()) : title;
            return new Info(language, unquoted(title), lines(ranges));
        }

        private static String unquoted(String title) {
            int start = title.startsWith("\"") ? 1 : 0;
            int end = title.length() - (title.length() > start && title.endsWith("\"") ? 1 : 0);
            return title.substring(start, end);
        }

        private static boolean isRanges(String braces) {
            return braces.endsWith("}")
                    && braces.length() > 2
                    && braces.substring(1, braces.length() - 1)
                            .chars()
                            .allMatch(c -> (c >= '0' && c <= '9') || ",- \t".indexOf(c) >= 0);
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
    }
}
