package dev.bengal.site.markdown.media;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.directive.Measure;
import java.util.List;
import java.util.Map;

/** {@code video} and {@code audio}: a file of the site in the browser's own player, and a link to it for all who have none. */
final class PlayerHtml implements DirectiveRenderer {
    private static final List<String> FLAGS = List.of("autoplay", "loop", "muted");

    private final MediaKind kind;

    PlayerHtml(MediaKind kind) {
        this.kind = kind;
    }

    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        if (directive.address().isEmpty() || !kind.takes(directive.words())) {
            return false;
        }
        Map<String, String> options = directive.options();
        String title = options.getOrDefault("title", "");
        pen.open("div", DirectivePen.own(directive, "media"));
        pen.html().tag(kind.directive(), player(directive, title));
        pen.html().tag("source", attributes("src", directive.address(), "type", kind.type(directive.words())), true);
        pen.html().tag("a", attributes("href", directive.address()));
        pen.html().text(title.isEmpty() ? directive.words() : title);
        pen.html().tag("/a");
        pen.html().tag("/" + kind.directive());
        pen.body(directive);
        pen.close("div");
        return true;
    }

    private Map<String, String> player(Directive directive, String title) {
        Map<String, String> options = directive.options();
        String preload = options.getOrDefault("preload", "");
        Map<String, String> attributes =
                attributes("preload", MediaKind.PRELOADS.contains(preload) ? preload : "metadata");
        if (!title.isEmpty()) {
            attributes.put("aria-label", title);
        }
        if (!options.getOrDefault("controls", "true").equalsIgnoreCase("false")) {
            attributes.put("controls", "");
        }
        FLAGS.stream().filter(directive::isOn).forEach(flag -> attributes.put(flag, ""));
        if (kind == MediaKind.VIDEO) {
            String poster = options.getOrDefault("poster", "");
            String style = Measure.style(options);
            attributes.put("playsinline", "");
            if (!poster.isEmpty()) {
                attributes.put("poster", poster);
            }
            if (!style.isEmpty()) {
                attributes.put("style", style);
            }
        }
        return attributes;
    }
}
