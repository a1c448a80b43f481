package dev.bengal.site.markdown.tree;

import java.util.stream.Stream;
import org.commonmark.node.Node;

/** What lies directly in a node. */
public final class Children {
    private Children() {}

    /** Those of a node, in their order. */
    public static Stream<Node> of(Node around) {
        return Stream.iterate(around.getFirstChild(), child -> child != null, Node::getNext);
    }

    /** Puts those of one node at the end of another. */
    public static void move(Node from, Node to) {
        for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }
}
