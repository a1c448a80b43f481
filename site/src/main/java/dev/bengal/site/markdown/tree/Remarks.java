package dev.bengal.site.markdown.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** What the author of one page should know, each with its place; a sentence is said once, however often it is noticed. */
public final class Remarks {
    private final Map<String, String> said = new LinkedHashMap<>();
    private final Set<String> each = new LinkedHashSet<>();
    private final Deque<Source> sources = new ArrayDeque<>();
    private Node current;

    /** On a page, the whole of which is in a file. */
    public Remarks(Source source, Node document) {
        sources.push(source);
        this.current = document;
    }

    /** Looks at a node: what is said next is about it. */
    public void at(Node node) {
        current = node;
    }

    /** Reads another text in the place of the current node. */
    public void enter(Source source) {
        sources.push(source);
    }

    /** Returns to the text around the other one, and to the node that it came from. */
    public void leave(Node node) {
        sources.pop();
        current = node;
    }

    /** Where the current node stands: a file, with the line if the text was parsed with lines. */
    public String place() {
        return placeOf(current);
    }

    /** Where a node of the current text stands. */
    private String placeOf(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            List<SourceSpan> spans = around.getSourceSpans();
            if (!spans.isEmpty() && hasLine(spans.get(0))) {
                return sources.getFirst().place(spans.get(0).getLineIndex());
            }
        }
        return sources.getFirst().place(0);
    }

    /** The cells of a table have a span that is null where lines are not told apart, whatever its type promises. */
    private static boolean hasLine(@Nullable SourceSpan span) {
        return span != null;
    }

    /** The place of the current node as that of a whole text of its own, for one that lies elsewhere. */
    public Source here() {
        return new Source(place(), 0);
    }

    /** A wikilink that leads nowhere. */
    public void broken(String target, String place) {
        each.add(place + ": the wikilink [[" + target + "]] leads nowhere");
    }

    /** A closing line with nothing to close. */
    public void strayClosing() {
        each.add(place() + ": a closing ::: has nothing to close");
    }

    /** A sentence without its full stop, in lower case. */
    public void say(String sentence) {
        said.putIfAbsent(sentence, place());
    }

    public boolean isEmpty() {
        return each.isEmpty() && said.isEmpty();
    }

    /** The sentences with their places in front, in an order that is the same in every build. */
    public List<String> sentences() {
        List<String> sentences = new java.util.ArrayList<>(each);
        said.forEach((sentence, place) -> sentences.add(place + ": " + sentence));
        return sentences;
    }

    /**
     * A text.
     *
     * @param name a file relative to the root of the site, or a place that is given for all of the text
     * @param firstLine the line of the file in which the text begins, from 1; 0 where lines are not told apart
     */
    public record Source(String name, int firstLine) {
        String place(int lineIndex) {
            return firstLine == 0 ? name : name + ":" + (firstLine + lineIndex);
        }
    }
}
