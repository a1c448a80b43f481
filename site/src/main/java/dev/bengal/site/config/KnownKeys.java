package dev.bengal.site.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The keys of the configuration that mean something. */
final class KnownKeys {
    /** Those that are yes or no. */
    static final Set<String> FLAGS = Set.of("assets.fingerprint", "markup.highlight", "markup.math", "markup.unsafe");

    /** The one that is checked to be a language. */
    static final String LANGUAGE = "site.language";

    private static final Set<String> TEXTS = Set.of(
            "build.output_dir",
            "markup.boxes",
            "pagination.size",
            "perf.allocations",
            "perf.dir",
            "perf.project",
            "perf.store",
            "site.baseurl",
            "site.description",
            LANGUAGE,
            "site.title");

    /** Tables whose keys are chosen freely, or checked by those who read them. */
    private static final List<String> FREE = List.of(
            "external_refs.templates.", "menu.", "params.", "perf.alerts.", "perf.budgets.", "perf.thresholds.");

    /**
     * What sites of the Bengal generator say that has no effect here. Such a site is to build unchanged, and a list of all that it
     * says in vain would hide the one slip.
     */
    private static final List<String> ELSEWHERE = List.of(
            "assets.minify",
            "autodoc.",
            "build.incremental",
            "build.strict_mode",
            "build_badge.",
            "capabilities.",
            "content.",
            "external_refs.",
            "features.",
            "fonts.",
            "header.",
            "health.",
            "health_check.",
            "html_output.",
            "link_previews.",
            "markdown.",
            "output_formats.",
            "search.",
            "site.logo_text",
            "social_cards.",
            "template_engine",
            "theme.",
            "versioning.");

    private KnownKeys() {}

    static boolean contains(String key) {
        return FLAGS.contains(key)
                || TEXTS.contains(key)
                || Stream.concat(FREE.stream(), ELSEWHERE.stream())
                        .anyMatch(known -> known.endsWith(".") ? key.startsWith(known) : key.equals(known));
    }

    /** Those that could have been meant, and the short ways to write some of them. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(FLAGS);
        names.addAll(TEXTS);
        names.addAll(ConfigurationLayers.shortNames());
        return names;
    }
}
