package dev.bengal.site.content;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the text of one page asks about the rest of the site while it is rendered. Each question is noted with the checksum of
 * its answer: the page is made again when one of them has another answer. Whatever of the site shows in a text must come from
 * here. For one thread.
 */
public final class Inquiry {
    private final Answers answers;
    private final Map<String, Long> asked = new HashMap<>();

    /** With nothing asked yet. */
    public Inquiry(Answers answers) {
        this.answers = answers;
    }

    /** The place whose file has this name, such as {@code docs/install}, with what lies directly in it. */
    public Optional<Node> named(String name) {
        note(Answers.named(name));
        return answers.content().named(name);
    }

    /** The place at this address, with what lies directly in it. */
    public Optional<Node> at(String path) {
        note(Answers.at(path));
        return answers.content().at(path);
    }

    /** The place whose text has a {@code target} of this name. */
    public Optional<Node> target(String name) {
        note(Answers.target(name));
        return answers.content().target(name);
    }

    /** The listed pages with a tag, however it is written, in reading order. */
    public List<Node> tagged(String tag) {
        String path = Term.pathOf("tags", tag);
        note(Answers.tagged(path));
        return answers.content().tagged(path);
    }

    /** Whether a file is copied to this place, relative to the output folder. */
    public boolean hasAttachment(String output) {
        note(Answers.attached(output));
        return answers.content().hasAttachment(output);
    }

    /**
     * A file of the site as text, such as {@code content/_snippets/note.md}; empty where there is none. Nothing outside of the
     * root is read, not even through a link.
     */
    public Optional<String> text(String file) {
        note(Answers.text(file));
        return answers.bytes(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private void note(String question) {
        asked.computeIfAbsent(question, answers::checksum);
    }

    /** Every question with the checksum of its answer. */
    public Map<String, Long> asked() {
        return Map.copyOf(asked);
    }
}
