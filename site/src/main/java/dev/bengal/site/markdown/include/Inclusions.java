package dev.bengal.site.markdown.include;

import dev.bengal.site.content.Inquiry;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SourceText;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.tree.Remarks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonmark.node.Node;

/**
 * Puts other files of the content folder in the place of {@code include}s. A file is looked for beside the one that includes
 * it, then from the top of {@code content/}, and never elsewhere. For one page.
 */
public final class Inclusions {
    /** The name of the directive. */
    public static final String NAME = "include";

    /** How deep an include may lie in lists, boxes and other includes: all in it lies deeper still. */
    private static final int DEEPEST = 20;
    /** Of all that a page includes together, where each counts for a thousand at least. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private static final String CONTENT = "content/";

    private final Inquiry inquiry;
    private final FragmentParser parser;
    private final Consumer<Node> pass;
    private final Remarks remarks;
    private final Deque<String> open = new ArrayDeque<>();
    private int depthAround;
    private long characters;

    /** With the pass that every text goes through, an included one before it is put into its place. */
    public Inclusions(Inquiry inquiry, Page page, FragmentParser parser, Consumer<Node> pass, Remarks remarks) {
        this.inquiry = inquiry;
        this.parser = parser;
        this.pass = pass;
        this.remarks = remarks;
        open.push(CONTENT + page.source());
    }

    /** Replaces an include by what it names, or takes it out with a remark. */
    public void resolve(Directive include) {
        text(include).ifPresent(found -> put(File.of(found.name(), found.text()), include));
        include.unlink();
    }

    /** The whole text of a file that is to be shown as it is; where that cannot be, it is remarked on. */
    public Optional<String> code(Directive directive) {
        Optional<Found> found = text(directive);
        characters += found.map(file -> Math.max(1_000, file.text().length())).orElse(0);
        if (characters > MOST_CHARACTERS) {
            tooMuch();
            return Optional.empty();
        }
        return found.map(Found::text);
    }

    private Optional<Found> text(Directive directive) {
        String path = directive.words();
        if (path.isEmpty()) {
            remarks.say("an :::{" + directive.name() + "} names no file; write one behind it");
            return Optional.empty();
        }
        if (beside(path).isEmpty() && ContentPath.of("", path).isEmpty()) {
            remarks.say("it includes '" + path + "', which does not lie in content/");
            return Optional.empty();
        }
        Optional<Found> found = find(path);
        if (found.isEmpty()) {
            remarks.say("it includes '" + path + "', which is neither beside it nor in content/");
        }
        return found;
    }

    private void tooMuch() {
        remarks.say("it includes more than " + MOST_CHARACTERS / 1_000_000 + " million characters");
    }

    private Optional<String> beside(String path) {
        String around = open.getFirst();
        return ContentPath.of(around.substring(CONTENT.length(), around.lastIndexOf('/') + 1), path);
    }

    private Optional<Found> find(String path) {
        return beside(path)
                .flatMap(this::read)
                .or(() -> ContentPath.of("", path).flatMap(this::read));
    }

    private Optional<Found> read(String name) {
        return inquiry.text(name).map(text -> new Found(name, text));
    }

    private void put(File file, Directive include) {
        int depth = depthAround + depthOf(include);
        LineRange lines = LineRange.of(include);
        String text = lines.of(file.body());
        characters += Math.max(1_000, text.length());
        if (open.contains(file.name())) {
            remarks.say("it includes " + file.name() + ", which includes itself");
        } else if (depth > DEEPEST) {
            remarks.say("it includes " + file.name() + " in more than " + DEEPEST + " blocks");
        } else if (characters > MOST_CHARACTERS) {
            tooMuch();
        } else {
            Node fragment = within(file, include, depth, text);
            for (Node child = fragment.getFirstChild(); child != null; child = fragment.getFirstChild()) {
                include.insertBefore(child);
            }
        }
    }

    private Node within(File file, Directive include, int depth, String text) {
        int before = depthAround;
        depthAround = depth;
        open.push(file.name());
        remarks.enter(new Remarks.Source(
                file.name(), file.firstLine() + LineRange.of(include).first() - 1));
        Node fragment = parser.parse(text);
        pass.accept(fragment);
        remarks.leave(include);
        open.pop();
        depthAround = before;
        return fragment;
    }

    private static int depthOf(Node node) {
        int depth = 0;
        for (Node around = node; around != null; around = around.getParent()) {
            depth++;
        }
        return depth;
    }

    private record Found(String name, String text) {}

    /**
     * A file that is included.
     *
     * @param firstLine where its body begins
     */
    private record File(String name, int firstLine, String body) {
        static File of(String name, String text) {
            String body = SourceText.bodyOf(text);
            return new File(name, SourceText.firstLine(text, body), body);
        }
    }
}
