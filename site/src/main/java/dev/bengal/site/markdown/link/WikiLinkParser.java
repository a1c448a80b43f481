package dev.bengal.site.markdown.link;

import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads {@code [[target|label]]}, which may run over the end of a line. CommonMark asks about the inner pair of brackets; the
 * outer opening one is text by then, which {@link WikiLinks} takes away. {@code [[1]](address)} stays a link.
 */
public final class WikiLinkParser implements LinkProcessor {
    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        boolean doubled = link.marker() == null
                && link.destination() == null
                && link.label() == null
                && link.openingBracket().getPrevious() instanceof Text before
                && before.getLiteral().endsWith("[")
                && scanner.next(']')
                && scanner.peek() != '(';
        if (!doubled) {
            return LinkResult.none();
        }
        Position end = scanner.position();
        String inside = link.text(scanner).replaceAll("\\s+", " ").strip();
        if (inside.isEmpty()) {
            return LinkResult.none();
        }
        int bar = inside.indexOf('|');
        WikiLink wiki = bar < 0
                ? new WikiLink(inside, null)
                : new WikiLink(
                        inside.substring(0, bar).strip(),
                        inside.substring(bar + 1).strip());
        return LinkResult.replaceWith(wiki, end);
    }
}
