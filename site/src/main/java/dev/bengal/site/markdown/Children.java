package dev.bengal.site.markdown;

import java.util.stream.Stream;
import org.commonmark.node.Node;

/** What lies directly in a node. */
final class Children {
    private Children() {}

    /** Those of a node, in their order. */
    static Stream<Node> of(Node around) {
        return Stream.iterate(around.getFirstChild(), child -> child != null, Node::getNext);
    }

    /** Puts those of one node at the end of another. */
    static void move(Node from, Node to) {
        for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }
}
