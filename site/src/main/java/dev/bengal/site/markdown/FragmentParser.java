package dev.bengal.site.markdown;

import org.commonmark.node.Node;

/** Reads a piece of Markdown into a document of its own. */
@FunctionalInterface
interface FragmentParser {
    Node parse(String markdown);
}
