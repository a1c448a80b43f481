package dev.bengal.site.markdown.tree;

import java.util.function.Consumer;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a part of the tree. */
public final class PlainText {
    private PlainText() {}

    /** All words in a part of the tree, in one line. */
    public static String of(Node node) {
        StringBuilder words = new StringBuilder();
        append(node, words);
        return words.toString().strip();
    }

    private static void append(Node node, StringBuilder words) {
        visit(node, words::append);
    }

    /** How many words a part of the tree has, without making a text of it. */
    public static int words(Node node) {
        WordCount count = new WordCount();
        visit(node, count);
        return count.words;
    }

    private static void visit(Node node, Consumer<String> piece) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text text) {
                piece.accept(text.getLiteral());
            } else if (child instanceof Code code) {
                piece.accept(code.getLiteral());
            } else if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                piece.accept(" ");
            } else if (child instanceof Worded worded) {
                piece.accept(worded.words());
            } else if (!(child instanceof FencedCodeBlock)) {
                visit(child, piece);
            }
        }
    }

    /** At most {@code limit} characters, cut between words. */
    public static String shorten(String words, int limit) {
        if (words.length() <= limit) {
            return words;
        }
        int space = words.lastIndexOf(' ', limit - 1);
        int end = space > limit / 2 ? space : limit - 1;
        if (Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(0, end).stripTrailing() + "…";
    }

    /** Counts through pieces of which one may go on with the word of the one before. */
    private static final class WordCount implements Consumer<String> {
        private int words;
        private boolean inside;

        @Override
        public void accept(String piece) {
            for (int i = 0; i < piece.length(); i++) {
                char c = piece.charAt(i);
                boolean letter = c > ' ' && !Character.isWhitespace(c);
                if (letter && !inside) {
                    words++;
                }
                inside = letter;
            }
        }
    }
}
