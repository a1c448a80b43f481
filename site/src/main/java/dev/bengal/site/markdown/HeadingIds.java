package dev.bengal.site.markdown;

import dev.bengal.site.content.Slug;
import dev.bengal.site.markdown.tree.PlainText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Names the headings of one document, each differently. */
final class HeadingIds {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** The id that the heading gives itself by {@code {#id}}, which is taken out of it, or one made from its words. */
    String of(Node heading) {
        if (heading.getLastChild() instanceof Text text) {
            String words = text.getLiteral().stripTrailing();
            int open = words.endsWith("}") ? words.lastIndexOf("{#") : -1;
            String id = open < 0 ? "" : words.substring(open + 2, words.length() - 1);
            if (isId(id)) {
                text.setLiteral(words.substring(0, open).stripTrailing());
                return unique(id);
            }
        }
        String slug = Slug.of(PlainText.of(heading));
        return unique(slug.equals("-") ? "section" : slug);
    }

    /** Takes an id for something else than a heading; false where one on the page has it. */
    boolean claim(String id) {
        return taken.add(id);
    }

    static boolean isId(String word) {
        return !word.isEmpty()
                && word.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "_.:-".indexOf(c) >= 0);
    }

    private String unique(String wanted) {
        if (taken.add(wanted)) {
            return wanted;
        }
        for (int number = last.getOrDefault(wanted, 0) + 1; ; number++) {
            if (taken.add(wanted + "-" + number)) {
                last.put(wanted, number);
                return wanted + "-" + number;
            }
        }
    }
}
