package dev.bengal.site.content;

import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.work.Lazy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of a site, arranged. */
public final class SiteContent {
    private final Path folder;
    private final Node home;
    private final List<Attachment> attachments;
    private final Set<String> outputs;
    private final long headers;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<String, Node> byPath = new HashMap<>();
    private final Map<String, Node> byTarget = new HashMap<>();
    private final Lazy<Map<String, List<Node>>> tags = new Lazy<>(this::pagesByTag);

    /** @param headers the checksum of what other pages may show of all files: front matter and targets */
    SiteContent(Path folder, Node home, List<Attachment> attachments, long headers, Map<String, List<String>> targets) {
        this.folder = folder;
        this.home = home;
        this.headers = headers;
        this.attachments = List.copyOf(attachments);
        this.outputs = attachments.stream().map(Attachment::output).collect(Collectors.toSet());
        index(home);
        if (!targets.isEmpty()) {
            nodes.forEach(node -> index(node, targets));
        }
    }

    private void index(Node node, Map<String, List<String>> targets) {
        Page page = node.page();
        if (page != null) {
            targets.getOrDefault(page.source(), List.of()).forEach(name -> byTarget.putIfAbsent(name, node));
        }
    }

    private void index(Node node) {
        nodes.add(node);
        Page page = node.page();
        byName.put(page == null ? node.path().substring(1).replaceAll("/$", "") : page.name(), node);
        byPath.put(node.path(), node);
        node.children().forEach(this::index);
    }

    /** The page that greets. */
    public Node home() {
        return home;
    }

    /** Every place in reading order, hidden ones included. */
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /**
     * The checksum of everything but the texts: of the front matter of all files, of the places and the titles of the pages, and of
     * the names of the files beside them.
     */
    public long checksum() {
        Checksum checksum = new Checksum().add(headers);
        for (Node node : nodes) {
            Page page = node.page();
            checksum.add(node.path()).add(node.headline().title()).add(page == null ? null : page.source());
        }
        attachments.forEach(attachment -> checksum.add(attachment.output()));
        return checksum.value();
    }

    /** Files that go beside the pages. */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** The place whose file has this name, such as {@code docs/install}. */
    public Optional<Node> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The place at this address. */
    public Optional<Node> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The place whose text has a {@code target} of this name; the first in reading order where several have. */
    public Optional<Node> target(String name) {
        return Optional.ofNullable(byTarget.get(name));
    }

    /** The listed pages with the tag whose own page is at this address, in reading order. */
    List<Node> tagged(String path) {
        return tags.get().getOrDefault(path, List.of());
    }

    private Map<String, List<Node>> pagesByTag() {
        Map<String, List<Node>> pages = new HashMap<>();
        Term.tags(this).forEach(term -> pages.put(term.path(), term.pages()));
        return pages;
    }

    /** Whether a file is copied to this place, relative to the output folder. */
    public boolean hasAttachment(String output) {
        return outputs.contains(output);
    }

    /** The text of a page, read anew: none stays in memory. */
    public SourceText text(Page page) throws PageException {
        return SourceText.read(folder.resolve(page.source()));
    }

    /**
     * A file that is copied as it is.
     *
     * @param file in the content folder
     * @param output relative to the output folder, with {@code /}
     */
    public record Attachment(Path file, String output) {
        static Attachment of(Path folder, String source, @Nullable Page index) {
            String in = Page.folderOf(source);
            String target = index == null || index.path().equals(index.naturalPath())
                    ? source
                    : SitePath.file(index.path()).replaceFirst("[^/]*$", "")
                            + source.substring(in.isEmpty() ? 0 : in.length() + 1);
            return new Attachment(folder.resolve(source), target);
        }
    }
}
