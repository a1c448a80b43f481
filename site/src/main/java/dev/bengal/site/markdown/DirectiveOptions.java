package dev.bengal.site.markdown;

import dev.bengal.site.markdown.box.BoxHtml;
import dev.bengal.site.markdown.code.LiteralCode;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.include.Inclusions;
import dev.bengal.site.markdown.media.MediaHost;
import dev.bengal.site.markdown.table.DataTables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of each directive: those that mean something, and those that sites of the Bengal generator give without an effect here. */
final class DirectiveOptions {
    private static final Set<String> ALL_HAVE = Set.of("class", "id", "name");
    private static final String EMBED = "title";
    private static final String EMBED_ELSEWHERE =
            "width height aspect autoplay loop muted color theme view autopause dnt background privacy controls end "
                    + "hidenavigation hidedevtools fontsize module file visual hide-related show-comments show-user "
                    + "show-reposts default-tab editable preview cols rows speed poster idle-time-limit start-at type";

    private static final Map<String, Set<String>> MEANT = meant();
    private static final Map<String, Set<String>> ELSEWHERE = elsewhere();

    private DirectiveOptions() {}

    private static Map<String, Set<String>> meant() {
        Map<String, Set<String>> options = new HashMap<>();
        BoxHtml.names().forEach(name -> options.put(name, words("collapsible open")));
        DirectiveRenderers.names().forEach(name -> options.put(name, words("")));
        for (MediaHost host : MediaHost.values()) {
            options.put(host.directive(), words(EMBED));
        }
        options.put("youtube", words(EMBED + " start"));
        options.put("spotify", words(EMBED + " type"));
        options.put("audio", words("title controls autoplay loop muted preload"));
        options.put("video", words("title controls autoplay loop muted preload poster aspect width height"));
        options.put("figure", words("alt caption link target width height align loading"));
        options.put("gallery", words("columns"));
        options.put("icon", words("aria-label"));
        options.put("cards", words("columns"));
        options.put("card", words("link description badge image footer"));
        options.put("child-cards", words("include fields columns"));
        options.put("button", words("link"));
        options.put("breadcrumbs", words("separator show-home home-text"));
        options.put("siblings", words("limit exclude-current show-description"));
        options.put("prev-next", words("show-title"));
        options.put("related", words("limit title show-tags tags"));
        options.put("checklist", words("show-progress style compact"));
        options.put(DataTables.NAME, words("source title columns sort search height"));
        options.put("dropdown", words("open badge description"));
        options.put("steps", words("start"));
        options.put("step", words("description duration optional"));
        options.put("tab-item", words("selected badge"));
        options.put("tab", words("selected badge"));
        options.put("glossary", words("tags sorted limit collapsed show-tags source"));
        options.put("list-table", words("header-rows widths"));
        options.put(Inclusions.NAME, words("start-line end-line"));
        options.put(
                LiteralCode.NAME, words("language start-line end-line emphasize-lines linenos line-numbers caption"));
        return Map.copyOf(options);
    }

    private static Map<String, Set<String>> elsewhere() {
        Map<String, Set<String>> options = new HashMap<>();
        for (MediaHost host : MediaHost.values()) {
            options.put(host.directive(), words(EMBED_ELSEWHERE));
        }
        options.put("badge", words("label"));
        options.put("breadcrumbs", words("home-url"));
        options.put("prev-next", words("show-section"));
        options.put("button", words("color style size icon target"));
        options.put("card", words("icon color pull layout"));
        options.put("cards", words("gap style variant layout"));
        options.put("child-cards", words("gap layout style exclude"));
        options.put("code-tabs", words("sync linenos line-numbers"));
        options.put(DataTables.NAME, words("filter pagination sortable filterable"));
        options.put("dropdown", words("icon color"));
        options.put("example-label", words("prefix no-prefix"));
        options.put("gallery", words("lightbox gap aspect-ratio"));
        options.put("icon", words("size"));
        options.put("step", words("step-number heading-level"));
        options.put("steps", words("style"));
        options.put("tab-item", words("icon disabled sync"));
        options.put("tab", words("icon disabled sync"));
        options.put("tab-set", words("sync mode style"));
        options.put("tabs", words("sync mode style"));
        return Map.copyOf(options);
    }

    private static Set<String> words(String names) {
        return Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Those of a directive that mean nothing, in their order; none for a box of the site's own. */
    static List<String> unknown(Directive directive) {
        Set<String> meant = MEANT.get(directive.name());
        if (meant == null || directive.options().isEmpty()) {
            return List.of();
        }
        Set<String> silent = ELSEWHERE.getOrDefault(directive.name(), Set.of());
        return directive.options().keySet().stream()
                .filter(option -> !meant.contains(option) && !ALL_HAVE.contains(option) && !silent.contains(option))
                .toList();
    }

    /** Those that mean something to a directive of a name. */
    static Set<String> of(String name) {
        return Stream.concat(MEANT.getOrDefault(name, Set.of()).stream(), ALL_HAVE.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
