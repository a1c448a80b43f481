package dev.bengal.site.markdown;

import dev.bengal.site.content.Inquiry;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonmark.node.Node;

/**
 * Puts other files of the content folder in the place of {@code include}s. A file is looked for beside the one that includes
 * it, then from the top of {@code content/}, and never elsewhere. For one page.
 */
final class Inclusions {
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
    Inclusions(Inquiry inquiry, Page page, FragmentParser parser, Consumer<Node> pass, Remarks remarks) {
        this.inquiry = inquiry;
        this.parser = parser;
        this.pass = pass;
        this.remarks = remarks;
        open.push(CONTENT + page.source());
    }

    /** Replaces an include by what it names, or takes it out with a remark. */
    void resolve(Directive include) {
        String path = include.words();
        if (path.isEmpty()) {
            remarks.say("an :::{include} names no file; write one behind it");
        } else if (beside(path).isEmpty() && ContentPath.of("", path).isEmpty()) {
            remarks.say("it includes '" + path + "', which does not lie in content/");
        } else {
            find(path)
                    .ifPresentOrElse(
                            file -> put(file, include),
                            () -> remarks.say(
                                    "it includes '" + path + "', which is neither beside it nor in content/"));
        }
        include.unlink();
    }

    private Optional<String> beside(String path) {
        String around = open.getFirst();
        return ContentPath.of(around.substring(CONTENT.length(), around.lastIndexOf('/') + 1), path);
    }

    private Optional<File> find(String path) {
        return beside(path)
                .flatMap(this::read)
                .or(() -> ContentPath.of("", path).flatMap(this::read));
    }

    private Optional<File> read(String name) {
        return inquiry.text(name).map(text -> new File(name, SourceText.bodyOf(text)));
    }

    private void put(File file, Directive include) {
        int depth = depthAround + depthOf(include);
        String text = file.lines(include);
        characters += Math.max(1_000, text.length());
        if (open.contains(file.name())) {
            remarks.say("it includes " + file.name() + ", which includes itself");
        } else if (depth > DEEPEST) {
            remarks.say("it includes " + file.name() + " in more than " + DEEPEST + " blocks");
        } else if (characters > MOST_CHARACTERS) {
            remarks.say("it includes more than " + MOST_CHARACTERS / 1_000_000 + " million characters");
        } else {
            Node fragment = within(file.name(), depth, text);
            for (Node child = fragment.getFirstChild(); child != null; child = fragment.getFirstChild()) {
                include.insertBefore(child);
            }
        }
    }

    private Node within(String name, int depth, String text) {
        int before = depthAround;
        depthAround = depth;
        open.push(name);
        Node fragment = parser.parse(text);
        pass.accept(fragment);
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

    private record File(String name, String body) {
        /** The lines from {@code start-line} to {@code end-line}, the first being 1. */
        String lines(Directive include) {
            int first = number(include, "start-line", 1);
            int last = number(include, "end-line", Integer.MAX_VALUE);
            if (first <= 1 && last == Integer.MAX_VALUE) {
                return body;
            }
            StringBuilder chosen = new StringBuilder();
            body.lines()
                    .skip(Math.max(0, first - 1))
                    .limit(Math.max(0L, (long) last - first + 1))
                    .forEach(line -> chosen.append(line).append('\n'));
            return chosen.toString();
        }

        private static int number(Directive include, String option, int otherwise) {
            String value = include.options().getOrDefault(option, "");
            return value.matches("[0-9]{1,8}") ? Math.max(1, Integer.parseInt(value)) : otherwise;
        }
    }
}
