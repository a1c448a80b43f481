package dev.bengal.site.markdown.include;

import org.commonmark.node.Node;

/** Reads a piece of Markdown into a document of its own. */
@FunctionalInterface
public interface FragmentParser {
    Node parse(String markdown);
}
