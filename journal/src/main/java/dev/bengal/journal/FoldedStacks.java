package dev.bengal.journal;

import dev.bengal.model.CallTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Writes and reads a {@link CallTree} the way that tools for flame graphs do: a line for each stack, its frames from the
 * caller to the callee with semicolons between them, then a space and the bytes.
 *
 * @see <a href="https://github.com/brendangregg/FlameGraph#2-fold-stacks">Brendan Gregg's FlameGraph</a>
 */
final class FoldedStacks {
    private FoldedStacks() {}

    static void write(CallTree tree, Appendable out) throws IOException {
        for (CallTree callee : tree.callees()) {
            write(callee, new ArrayDeque<>(), out);
        }
    }

    private static void write(CallTree tree, Deque<String> path, Appendable out) throws IOException {
        path.addLast(plain(tree.frame()));
        long own = tree.ownBytes();
        if (own > 0) {
            out.append(String.join(";", path))
                    .append(' ')
                    .append(Long.toString(own))
                    .append('\n');
        }
        for (CallTree callee : tree.callees()) {
            write(callee, path, out);
        }
        path.removeLast();
    }

    /** A frame without what separates frames and lines: the JVM allows names that no Java source can hold. */
    private static String plain(String frame) {
        return frame.replace(';', ',').replaceAll("\\R", " ");
    }

    /** Reads to the end; lines that are no stacks are passed over. */
    static CallTree read(BufferedReader in) throws IOException {
        CallTree.Builder tree = new CallTree.Builder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int space = line.lastIndexOf(' ');
            long bytes = bytes(line.substring(space + 1));
            if (space > 0 && bytes > 0) {
                tree.add(frames(line.substring(0, space)), bytes);
            }
        }
        return tree.build();
    }

    private static List<String> frames(String stack) {
        return Arrays.asList(stack.split(";"));
    }

    private static long bytes(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
