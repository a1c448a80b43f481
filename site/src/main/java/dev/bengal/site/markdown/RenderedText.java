package dev.bengal.site.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as HTML.
 *
 * @param title the heading that it opens with, taken out of the HTML; null where it opens with something else
 * @param titleHtml the words of that heading as HTML, or empty
 * @param html all else
 * @param headings in the order of the text, without the title
 * @param excerpt the first paragraph without markup, shortened to about 160 characters, or all before an {@code excerpt-break}
 * @param words how long it is, roughly
 * @param showsChildren whether cards in it show all that lies in the page's folder, so that no other list need to
 * @param remarks what was rendered, though probably not as meant; each with file and line in front, and without its full stop
 */
public record RenderedText(
        @Nullable Heading title,
        String titleHtml,
        String html,
        List<Heading> headings,
        String excerpt,
        int words,
        boolean showsChildren,
        List<String> remarks) {
    public RenderedText {
        headings = List.copyOf(headings);
        remarks = List.copyOf(remarks);
    }
}
