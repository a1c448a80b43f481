package dev.bengal.site.incremental;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of the build before, and what this one notes for the next. Safe for use by several threads.
 */
public final class SiteMemory {
    /** No arrangement, or one that none was ever seen with. */
    private static final long NONE = 0;

    private final long knownArrangement;
    private final Map<String, Packed<SourceRecord>> knownSources;
    private final Map<String, Packed<DocumentRecord>> knownDocuments;
    private volatile long arrangement = NONE;
    private final Map<String, SourceRecord> sources = new ConcurrentHashMap<>();
    private final Map<String, DocumentRecord> documents = new ConcurrentHashMap<>();

    /** With what a build before noted. */
    SiteMemory(
            long knownArrangement,
            Map<String, Packed<SourceRecord>> knownSources,
            Map<String, Packed<DocumentRecord>> knownDocuments) {
        this.knownArrangement = knownArrangement;
        this.knownSources = knownSources;
        this.knownDocuments = knownDocuments;
    }

    /** Of a site that was not built before. */
    public static SiteMemory empty() {
        return new SiteMemory(NONE, Map.of(), Map.of());
    }

    /**
     * Notes the checksum of everything that models are made of, before any document is noted.
     *
     * @return whether it is that of the build before, so that every model is as it was then
     */
    public boolean arrange(long checksum) {
        arrangement = checksum;
        return checksum == knownArrangement && checksum != NONE;
    }

    /** A content file as the build before read it. */
    public Optional<SourceRecord> source(String file) {
        return Optional.ofNullable(knownSources.get(file)).flatMap(Packed::get);
    }

    /** A document as the build before made it. */
    public Optional<DocumentRecord> document(String file) {
        return Optional.ofNullable(knownDocuments.get(file)).flatMap(Packed::get);
    }

    /** Notes a content file, if its front matter is of the usual kinds; one of another will be read again. */
    public void note(String file, SourceRecord source) {
        if (Packing.Kind.knows(source.frontMatter())) {
            sources.put(file, source);
        }
    }

    /** Takes a content file over that lies as the build before read it. */
    public void keep(String file, SourceRecord source) {
        sources.put(file, source);
    }

    /** A content file as this build read it. */
    public Optional<SourceRecord> noted(String file) {
        return Optional.ofNullable(sources.get(file));
    }

    /** Notes a document. */
    public void note(String file, DocumentRecord document) {
        documents.put(file, document);
    }

    /** How many content files and documents the build before noted. */
    public int size() {
        return knownSources.size() + knownDocuments.size();
    }

    /** Whether this build notes exactly what the one before did. */
    boolean isUnchanged() {
        return arrangement == knownArrangement && isSame(sources, knownSources) && isSame(documents, knownDocuments);
    }

    /** What was taken over is the same object. */
    private static <T> boolean isSame(Map<String, T> now, Map<String, Packed<T>> before) {
        return now.size() == before.size()
                && now.entrySet().stream().allMatch(entry -> {
                    Packed<T> known = before.get(entry.getKey());
                    return known != null && known.is(entry.getValue());
                });
    }

    long arrangement() {
        return arrangement;
    }

    Map<String, SourceRecord> sources() {
        return sources;
    }

    Map<String, DocumentRecord> documents() {
        return documents;
    }

    Map<String, Packed<SourceRecord>> knownSources() {
        return knownSources;
    }

    Map<String, Packed<DocumentRecord>> knownDocuments() {
        return knownDocuments;
    }
}
