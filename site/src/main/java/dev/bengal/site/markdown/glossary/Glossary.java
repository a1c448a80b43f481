package dev.bengal.site.markdown.glossary;

import java.util.List;
import org.commonmark.node.CustomBlock;

/** The terms that a {@code glossary} shows; its children are {@link Term}s. */
final class Glossary extends CustomBlock {
    /** One term; its children are its definition. */
    static final class Term extends CustomBlock {
        private final String name;
        private final List<String> tags;

        /** With the tags to be shown. */
        Term(String name, List<String> tags) {
            this.name = name;
            this.tags = List.copyOf(tags);
        }

        String name() {
            return name;
        }

        List<String> tags() {
            return tags;
        }
    }
}
