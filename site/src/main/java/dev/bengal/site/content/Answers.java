package dev.bengal.site.content;

import dev.bengal.site.incremental.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers what the text of a page may ask about the rest of its site, and gives each answer a checksum, so that the next build
 * can ask again. A question is a word for its kind, a space, and what it is about. Safe for use by several threads.
 */
public final class Answers {
    private static final String NAMED = "named ";
    private static final String AT = "at ";
    private static final String TARGET = "target ";
    private static final String TAGGED = "tagged ";
    private static final String ATTACHED = "attached ";
    private static final String TEXT = "text ";
    private static final long NO = 0;
    private static final long YES = 1;

    private final Path root;
    private final SiteContent content;
    private final Map<Node, Long> nodes = new ConcurrentHashMap<>();
    private final Map<String, Long> tags = new ConcurrentHashMap<>();
    private final Map<String, Long> texts = new ConcurrentHashMap<>();

    /** About the site in {@code root}. */
    public Answers(Path root, SiteContent content) {
        this.root = root;
        this.content = content;
    }

    /** The checksum of today's answer to a question that an {@link Inquiry} noted; 0 for one of no known kind. */
    public long checksum(String question) {
        if (question.startsWith(NAMED)) {
            return checksum(content.named(question.substring(NAMED.length())));
        }
        if (question.startsWith(AT)) {
            return checksum(content.at(question.substring(AT.length())));
        }
        if (question.startsWith(TARGET)) {
            return checksum(content.target(question.substring(TARGET.length())));
        }
        if (question.startsWith(TAGGED)) {
            return tags.computeIfAbsent(question.substring(TAGGED.length()), this::tagChecksum);
        }
        if (question.startsWith(ATTACHED)) {
            return content.hasAttachment(question.substring(ATTACHED.length())) ? YES : NO;
        }
        return question.startsWith(TEXT) ? textChecksum(question.substring(TEXT.length())) : NO;
    }

    /** Whether a question is about the bytes of a file. All others have the same answer where the site is arranged as it was. */
    public static boolean isAboutBytes(String question) {
        return question.startsWith(TEXT);
    }

    static String named(String name) {
        return NAMED + name;
    }

    static String at(String path) {
        return AT + path;
    }

    static String target(String name) {
        return TARGET + name;
    }

    static String tagged(String path) {
        return TAGGED + path;
    }

    static String attached(String output) {
        return ATTACHED + output;
    }

    static String text(String file) {
        return TEXT + file;
    }

    SiteContent content() {
        return content;
    }

    private long checksum(Optional<Node> node) {
        return node.map(this::checksum).orElse(NO);
    }

    /** All that is known of a place: its page but for the text, and the pages directly below it. */
    public long checksum(Node node) {
        return nodes.computeIfAbsent(node, Answers::sum);
    }

    private static long sum(Node node) {
        Checksum sum = new Checksum();
        add(node, sum);
        node.children().forEach(child -> add(child, sum));
        return sum.value();
    }

    private long tagChecksum(String path) {
        Checksum sum = new Checksum();
        content.tagged(path).forEach(node -> add(node, sum));
        return sum.value();
    }

    private static void add(Node node, Checksum sum) {
        sum.add(node.path()).add(node.isListed() ? YES : NO).add(node.isSection() ? YES : NO);
        Page page = node.page();
        if (page == null) {
            node.headline().addTo(sum);
        } else {
            page.addTo(sum);
        }
    }

    /** The bytes of a file of the site, or empty where there is none, or it lies elsewhere, also by a link. */
    Optional<byte[]> bytes(String file) {
        try {
            Path place = root.resolve(file).normalize();
            if (!place.startsWith(root) || !Files.isRegularFile(place)) {
                return Optional.empty();
            }
            return place.toRealPath().startsWith(root.toRealPath())
                    ? Optional.of(Files.readAllBytes(place))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private long textChecksum(String file) {
        return texts.computeIfAbsent(file, name -> bytes(name).map(Checksum::of).orElse(NO));
    }
}
