package dev.bengal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who called whom, and the bytes that were allocated below each call.
 *
 * @param frame such as {@code dev.example.Parser.parse}; below it, {@code new byte[]} for what was allocated; empty at the
 *     root
 * @param bytes of this frame and all that it called
 * @param callees the largest first; those of equal size by name
 */
public record CallTree(String frame, long bytes, List<CallTree> callees) {
    /** How many frames a stack keeps, from its root; what lies deeper counts for the last of them. */
    public static final int DEEPEST = 200;

    /** What a frame that was allocated, rather than called, begins with. */
    public static final String ALLOCATED = "new ";

    private static final Comparator<CallTree> LARGEST_FIRST =
            Comparator.comparingLong(CallTree::bytes).reversed().thenComparing(CallTree::frame);

    public CallTree {
        Objects.requireNonNull(frame, "frame");
        callees = List.copyOf(callees);
    }

    /** Bytes of this frame alone. */
    public long ownBytes() {
        return bytes - callees.stream().mapToLong(CallTree::bytes).sum();
    }

    /** Puts a tree together from stacks. Not for use by several threads. */
    public static final class Builder {
        private final Node root = new Node();

        /**
         * Adds what was allocated with this stack.
         *
         * @param frames the caller before the callee
         * @param bytes at least 0
         */
        public Builder add(List<String> frames, long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("a stack allocated " + bytes + " bytes");
            }
            Node node = root;
            node.bytes += bytes;
            for (String frame : frames.subList(0, Math.min(frames.size(), DEEPEST))) {
                node = node.callees.computeIfAbsent(frame, name -> new Node());
                node.bytes += bytes;
            }
            return this;
        }

        /** The tree of what was added so far. */
        public CallTree build() {
            return root.tree("");
        }
    }

    private static final class Node {
        private final Map<String, Node> callees = new LinkedHashMap<>();
        private long bytes;

        CallTree tree(String frame) {
            List<CallTree> trees = new ArrayList<>(callees.size());
            callees.forEach((name, node) -> trees.add(node.tree(name)));
            trees.sort(LARGEST_FIRST);
            return new CallTree(frame, bytes, trees);
        }
    }
}
