package dev.bengal.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How many cells of a terminal a text takes: East Asian wide letters and emoji two, marks that stand upon the letter before them none,
 * everything else one. Terminals differ on rare signs; these are the widths that most of them agree on.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">Unicode Standard Annex 11, East Asian Width</a>
 */
public final class CellWidth {
    /** First and last of the ranges whose letters take two cells. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23EC},
        {0x2614, 0x2615},
        {0x26A1, 0x26A1},
        {0x2705, 0x2705},
        {0x274C, 0x274C},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18AFF},
        {0x1B000, 0x1B2FF},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F7E0, 0x1F7EB},
        {0x1F900, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private CellWidth() {}

    /** Of a whole text. */
    public static int of(String text) {
        return text.codePoints().map(CellWidth::of).sum();
    }

    private static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text, or as much of its beginning as fits before an ellipsis. */
    public static String cut(String text, int cells) {
        if (of(text) <= cells) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int left = cells - 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            left -= of(c);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return cells < 1 ? "" : cut.append('…').toString();
    }

    /** The text, or as much of its beginning and its end as fits around an ellipsis: of names of one kind these tell them apart. */
    public static String shortened(String text, int cells) {
        if (of(text) <= cells) {
            return text;
        }
        if (cells < 1) {
            return "";
        }
        int before = cells / 2;
        String beginning = cut(text, before + 1);
        StringBuilder end = new StringBuilder();
        int left = cells - of(beginning);
        for (int i = text.length(); i > 0; ) {
            int c = text.codePointBefore(i);
            left -= of(c);
            if (left < 0) {
                break;
            }
            end.insert(0, Character.toString(c));
            i -= Character.charCount(c);
        }
        return beginning + end;
    }

    /** The text in lines that fit, broken at its spaces; a word that is wider is cut. */
    public static List<String> wrapped(String text, int cells) {
        return lines(text, cells).stream().map(line -> cut(line, cells)).toList();
    }

    /** The same, where a word that is wider, such as an address, has a line of its own and stays whole. */
    public static List<String> lines(String text, int cells) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && of(line.toString()) + 1 + of(word) > cells) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text with spaces behind it up to a width; cut where it is wider. */
    public static String padded(String text, int cells) {
        String cut = cut(text, cells);
        return cut + " ".repeat(cells - of(cut));
    }
}
