package dev.bengal.site.markdown.media;

import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.markdown.directive.Directive;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A place elsewhere that shows a film, plays a sound or runs code. A page only links there: it asks nobody for anything. */
public enum MediaHost {
    YOUTUBE("youtube.com", "https://www.youtube.com/watch?v=", "[\\w-]{1,32}"),
    VIMEO("vimeo.com", "https://vimeo.com/", "[0-9]{1,20}"),
    TIKTOK("tiktok.com", "https://www.tiktok.com/embed/v2/", "[0-9]{1,30}"),
    SPOTIFY("spotify.com", "https://open.spotify.com/", "[A-Za-z0-9]{1,40}"),
    SOUNDCLOUD("soundcloud.com", "https://soundcloud.com/", "[\\w-]+/(?:sets/)?[\\w-]+"),
    CODEPEN("codepen.io", "https://codepen.io/", "([\\w-]+)/(?:pen/)?([\\w-]+)"),
    CODESANDBOX("codesandbox.io", "https://codesandbox.io/s/", "[\\w-]+"),
    STACKBLITZ("stackblitz.com", "https://stackblitz.com/edit/", "[\\w-]+"),
    GIST("gist.github.com", "https://gist.github.com/", "[\\w-]+/[0-9a-fA-F]+"),
    ASCIINEMA("asciinema.org", "https://asciinema.org/a/", "[A-Za-z0-9]+");

    /** What the type of a {@code spotify} may be. */
    public static final Set<String> SPOTIFY_TYPES = Set.of("track", "album", "playlist", "artist", "episode", "show");

    private final String host;
    private final String prefix;
    private final Pattern id;

    MediaHost(String host, String prefix, String id) {
        this.host = host;
        this.prefix = prefix;
        this.id = Pattern.compile(id);
    }

    /** Where a link to it leads, for people. */
    public String host() {
        return host;
    }

    /** The name of its directive. */
    public String directive() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The address of what a directive names, or empty where it names nothing of this host. */
    public Optional<String> address(Directive directive) {
        String named = directive.words();
        String key = named.startsWith(prefix) ? named.substring(prefix.length()) : named;
        return id.matcher(key).matches() ? Optional.of(prefix + path(key, directive)) : Optional.empty();
    }

    private String path(String key, Directive directive) {
        return switch (this) {
            case YOUTUBE -> key + start(directive);
            case SPOTIFY -> type(directive) + "/" + key;
            case CODEPEN -> id.matcher(key).replaceFirst("$1/pen/$2");
            case VIMEO, TIKTOK, SOUNDCLOUD, CODESANDBOX, STACKBLITZ, GIST, ASCIINEMA -> SiteLinks.encode(key);
        };
    }

    private static String start(Directive directive) {
        String start = directive.options().getOrDefault("start", "");
        return start.matches("[0-9]{1,6}") ? "&t=" + start + "s" : "";
    }

    private static String type(Directive directive) {
        String type = directive.options().getOrDefault("type", "track");
        return SPOTIFY_TYPES.contains(type) ? type : "track";
    }
}
