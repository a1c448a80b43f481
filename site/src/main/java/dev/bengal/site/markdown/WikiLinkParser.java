package dev.bengal.site.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Reads {@code [[target|label]]}, which may run over the end of a line. Leaves {@code [[1]](address)} to CommonMark. */
final class WikiLinkParser implements InlineContentParser {
    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        if (!scanner.next("[[")) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        for (char c = scanner.peek(); c != Scanner.END && c != '['; c = scanner.peek()) {
            Position end = scanner.position();
            if (scanner.next("]]")) {
                String inside = scanner.getSource(start, end).getContent();
                return scanner.peek() == '(' || inside.isBlank()
                        ? ParsedInline.none()
                        : ParsedInline.of(link(inside), scanner.position());
            }
            scanner.next();
        }
        return ParsedInline.none();
    }

    private static WikiLink link(String inside) {
        String flat = inside.replaceAll("\\s+", " ").strip();
        int bar = flat.indexOf('|');
        return bar < 0
                ? new WikiLink(flat, null)
                : new WikiLink(
                        flat.substring(0, bar).strip(), flat.substring(bar + 1).strip());
    }

    /** Asks at every opening bracket. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('[');
        }

        @Override
        public InlineContentParser create() {
            return new WikiLinkParser();
        }
    }
}
