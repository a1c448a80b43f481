package dev.bengal.site.markdown;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the author of one page should know; said once, however often it is noticed. */
final class Remarks {
    private final List<String> broken = new ArrayList<>();
    private final Set<String> said = new LinkedHashSet<>();
    private int strayClosings;

    /** A wikilink that leads nowhere. */
    void broken(String target) {
        broken.add(target);
    }

    /** A closing line with nothing to close. */
    void strayClosing() {
        strayClosings++;
    }

    /** A sentence without its full stop, in lower case. */
    void say(String sentence) {
        said.add(sentence);
    }

    /** The sentences, in an order that is the same in every build. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!broken.isEmpty()) {
            sentences.add("%d of its wikilinks lead%s nowhere (%s%s)"
                    .formatted(
                            broken.size(),
                            broken.size() == 1 ? "s" : "",
                            String.join(", ", broken.stream().limit(3).toList()),
                            broken.size() > 3 ? ", …" : ""));
        }
        if (strayClosings > 0) {
            sentences.add("%d closing ::: with nothing to close".formatted(strayClosings));
        }
        sentences.addAll(said);
        return sentences;
    }
}
