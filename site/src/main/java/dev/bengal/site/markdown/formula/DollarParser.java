package dev.bengal.site.markdown.formula;

import dev.bengal.site.markdown.role.Role;
import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads {@code $a+b$} and {@code $$a+b$$} in a sentence. So that prices and variables of a shell stay what they are, the rules are
 * those of Pandoc and stricter: within single dollars no blank stands at either end, no letter and no digit stands right before
 * the first or right behind the last one, and in neither kind is there code. A formula ends at the first dollar that no backslash
 * stands before, or is none.
 */
public final class DollarParser implements InlineContentParser {
    private static final char DOLLAR = '$';

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        if (before == DOLLAR || isOfWord(before)) {
            return ParsedInline.none();
        }
        int dollars = scanner.matchMultiple(DOLLAR);
        if (dollars > 2 || (dollars == 1 && isBlank(scanner.peek()))) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        if (!findEnd(scanner)) {
            return ParsedInline.none();
        }
        Position end = scanner.position();
        boolean blankBefore = isBlank((char) scanner.peekPreviousCodePoint());
        if (scanner.matchMultiple(DOLLAR) != dollars
                || (dollars == 1 && (blankBefore || isOfWord(scanner.peekCodePoint())))) {
            return ParsedInline.none();
        }
        String tex = scanner.getSource(start, end).getContent();
        if (tex.isBlank()) {
            return ParsedInline.none();
        }
        return ParsedInline.of(
                dollars == 1 ? new Role(Formulas.ROLE, tex) : new DisplayFormula(tex), scanner.position());
    }

    /** Goes to the next dollar; false where there is none, or code before it. */
    private static boolean findEnd(Scanner scanner) {
        while (scanner.hasNext()) {
            char c = scanner.peek();
            if (c == DOLLAR) {
                return true;
            }
            if (c == '`') {
                return false;
            }
            scanner.next();
            if (c == '\\') {
                scanner.next();
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == Scanner.END || Character.isWhitespace(c);
    }

    private static boolean isOfWord(int c) {
        return c != Scanner.END && Character.isLetterOrDigit(c);
    }

    /** Begins at each dollar. */
    public static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(DOLLAR);
        }

        @Override
        public InlineContentParser create() {
            return new DollarParser();
        }
    }
}
