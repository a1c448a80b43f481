package dev.bengal.site.markdown;

import dev.bengal.site.content.Slug;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Names the headings of one document, each differently. */
final class HeadingIds {
    private static final Pattern EXPLICIT = Pattern.compile("\\s*\\{#([\\w.:-]+)}\\s*$");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** The id that the heading gives itself by {@code {#id}}, which is taken out of it, or one made from its words. */
    String of(Node heading) {
        if (heading.getLastChild() instanceof Text text) {
            Matcher explicit = EXPLICIT.matcher(text.getLiteral());
            if (explicit.find()) {
                text.setLiteral(text.getLiteral().substring(0, explicit.start()));
                return unique(explicit.group(1));
            }
        }
        String slug = Slug.of(PlainText.of(heading));
        return unique(slug.equals("-") ? "section" : slug);
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
