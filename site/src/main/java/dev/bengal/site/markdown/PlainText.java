package dev.bengal.site.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a part of the tree. */
final class PlainText {
    private PlainText() {}

    static String of(Node node) {
        StringBuilder words = new StringBuilder();
        append(node, words);
        return words.toString().strip();
    }

    private static void append(Node node, StringBuilder words) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text text) {
                words.append(text.getLiteral());
            } else if (child instanceof Code code) {
                words.append(code.getLiteral());
            } else if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                words.append(' ');
            } else if (child instanceof WikiLink link) {
                String label = link.label();
                words.append(label == null ? link.target() : label);
            } else if (!(child instanceof FencedCodeBlock)) {
                append(child, words);
            }
        }
    }

    /** At most {@code limit} characters, cut between words. */
    static String shorten(String words, int limit) {
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

    static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = !Character.isWhitespace(text.charAt(i));
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;
    }
}
