package dev.bengal.site.markdown;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.tree.PlainText;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** The beginning of a text, for lists, feeds and the search: all paragraphs before an {@code excerpt-break}, or else the first. */
final class Excerpt {
    private static final int USUAL = 160;
    /** Of what an author chose: a list is no place for a whole text. */
    private static final int MOST = 1_000;

    private Excerpt() {}

    static String of(Node document) {
        String chosen = chosen(document);
        return chosen.isEmpty() ? PlainText.shorten(firstParagraph(document), USUAL) : PlainText.shorten(chosen, MOST);
    }

    private static String firstParagraph(Node document) {
        for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
            String words = child instanceof Paragraph ? PlainText.of(child) : "";
            if (!words.isEmpty()) {
                return words;
            }
        }
        return "";
    }

    /** Empty where the text has no mark, or nothing before it. */
    private static String chosen(Node document) {
        for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Directive directive && directive.isMark()) {
                StringBuilder words = new StringBuilder();
                for (Node before = document.getFirstChild(); before != child; before = before.getNext()) {
                    paragraphs(before, words);
                }
                return words.toString();
            }
        }
        return "";
    }

    private static void paragraphs(Node node, StringBuilder words) {
        if (node instanceof Paragraph) {
            words.append(words.isEmpty() ? "" : " ").append(PlainText.of(node));
            return;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            paragraphs(child, words);
        }
    }
}
