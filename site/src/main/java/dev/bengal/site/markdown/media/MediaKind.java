package dev.bengal.site.markdown.media;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a page shows or plays by itself, from a file of the site. */
public enum MediaKind {
    FIGURE(Map.of()),
    VIDEO(Map.of(
            "mp4",
            "video/mp4",
            "webm",
            "video/webm",
            "ogg",
            "video/ogg",
            "ogv",
            "video/ogg",
            "mov",
            "video/quicktime")),
    AUDIO(Map.of(
            "mp3",
            "audio/mpeg",
            "ogg",
            "audio/ogg",
            "oga",
            "audio/ogg",
            "wav",
            "audio/wav",
            "flac",
            "audio/flac",
            "m4a",
            "audio/mp4",
            "aac",
            "audio/aac"));

    public static final Set<String> PRELOADS = Set.of("none", "metadata", "auto");
    public static final Set<String> ALIGNMENTS = Set.of("left", "center", "right");
    public static final Set<String> LOADINGS = Set.of("lazy", "eager");

    private final Map<String, String> types;

    MediaKind(Map<String, String> types) {
        this.types = types;
    }

    /** The name of its directive. */
    String directive() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The option that says to those who do not see or hear it what it is. */
    public String describing() {
        return this == FIGURE ? "alt" : "title";
    }

    /** Whether files with the ending of this address can be shown; a picture's ending is not looked at. */
    public boolean takes(String address) {
        return types.isEmpty() || !type(address).isEmpty();
    }

    /** The endings of its files, for people. */
    public String endings() {
        return String.join(", ", new TreeSet<>(types.keySet()));
    }

    /** The media type of a file by its ending; empty where that is not known. */
    String type(String address) {
        String path = address.replaceFirst("[?#].*", "");
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return types.getOrDefault(ending, "");
    }
}
