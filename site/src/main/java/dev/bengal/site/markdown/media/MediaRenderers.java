package dev.bengal.site.markdown.media;

import dev.bengal.site.markdown.directive.DirectiveRenderer;
import java.util.HashMap;
import java.util.Map;

/** Pictures, films and sounds, of the site or elsewhere, by the names of their directives. */
public final class MediaRenderers {
    private MediaRenderers() {}

    /** All of them. */
    public static Map<String, DirectiveRenderer> byName() {
        Map<String, DirectiveRenderer> renderers = new HashMap<>();
        renderers.put("figure", new FigureHtml());
        renderers.put("video", new PlayerHtml(MediaKind.VIDEO));
        renderers.put("audio", new PlayerHtml(MediaKind.AUDIO));
        for (MediaHost host : MediaHost.values()) {
            renderers.put(host.directive(), new EmbedHtml(host));
        }
        return renderers;
    }
}
