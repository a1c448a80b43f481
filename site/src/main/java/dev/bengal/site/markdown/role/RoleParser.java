package dev.bengal.site.markdown.role;

import java.util.Set;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.AsciiMatcher;

/**
 * Reads {@code {name}`text`}, a name in braces right before code. The code ends as CommonMark says: at as many backticks as it
 * began with, without the blank at either end. A brace behind a backslash begins no role.
 */
public final class RoleParser implements InlineContentParser {
    private static final AsciiMatcher NAME = AsciiMatcher.builder()
            .range('a', 'z')
            .range('A', 'Z')
            .range('0', '9')
            .c('-')
            .c('_')
            .c(':')
            .build();

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position start = scanner.position();
        if (scanner.match(NAME) == 0) {
            return ParsedInline.none();
        }
        String name = scanner.getSource(start, scanner.position()).getContent();
        if (!scanner.next('}')) {
            return ParsedInline.none();
        }
        int ticks = scanner.matchMultiple('`');
        return ticks == 0 ? ParsedInline.none() : upTo(ticks, name, scanner);
    }

    private static ParsedInline upTo(int ticks, String name, Scanner scanner) {
        Position start = scanner.position();
        while (scanner.find('`') >= 0) {
            Position end = scanner.position();
            if (scanner.matchMultiple('`') == ticks) {
                String text = text(scanner.getSource(start, end));
                return text.isBlank() ? ParsedInline.none() : ParsedInline.of(new Role(name, text), scanner.position());
            }
        }
        return ParsedInline.none();
    }

    private static String text(SourceLines lines) {
        String text = lines.getContent().replace('\n', ' ');
        boolean padded = text.length() > 2 && text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
        return padded ? text.substring(1, text.length() - 1) : text;
    }

    /** Begins at each brace. */
    public static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return new RoleParser();
        }
    }
}
