package dev.bengal.site.content;

import dev.bengal.site.config.LanguageTag;
import dev.bengal.site.work.Lazy;
import dev.bengal.site.yaml.YamlMapping;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the front matter of a file into a page. */
final class PageReader {
    private final Path content;
    private final String siteTitle;

    PageReader(Path content, String siteTitle) {
        this.content = content;
        this.siteTitle = siteTitle;
    }

    /** The page in a file, whether it is to be published or not. */
    Page read(String source, FrontMatter front) throws PageException {
        requireCascade(front);
        Headline headline = headline(source, front);
        Listing listing = listing(front);
        Look look =
                new Look(front.text("template").orElse(null), front.text("type").orElse("page"), language(front));
        String path = path(source, front);
        return new Page(
                source,
                path,
                addressLine(front),
                headline,
                listing,
                look,
                aliases(front),
                Placement.of(front),
                new Lazy<>(() -> parameters(front)));
    }

    private static @Nullable String language(FrontMatter front) throws PageException {
        Optional<String> language = front.text("lang");
        Optional<String> fault = language.flatMap(LanguageTag::fault);
        if (fault.isPresent()) {
            throw front.wrong("lang", fault.get());
        }
        return language.orElse(null);
    }

    private static void requireCascade(FrontMatter front) throws PageException {
        Object cascade = front.value(Cascades.KEY);
        if (cascade != null && !(cascade instanceof YamlMapping)) {
            throw front.wrong(Cascades.KEY, "must have keys below it, such as 'type: doc'");
        }
    }

    /** What a template may show; the rest is for this program alone. */
    private static Map<String, @Nullable Object> parameters(FrontMatter front) {
        Map<String, @Nullable Object> all = front.all();
        all.keySet().removeAll(Set.of("aliases", "menu", Cascades.KEY));
        return Collections.unmodifiableMap(all);
    }

    private Headline headline(String source, FrontMatter front) throws PageException {
        Optional<String> given = front.text("title");
        if (given.isEmpty()) {
            given = FirstHeading.of(SourceText.read(content.resolve(source)).body());
        }
        String title = given.orElseGet(() -> titleOf(source));
        return new Headline(
                title,
                front.text("nav_title").orElse(title),
                front.text("description").orElse(""));
    }

    private String titleOf(String source) {
        String name = Page.nameOf(source);
        return name.isEmpty() ? siteTitle : Slug.title(name.substring(name.lastIndexOf('/') + 1));
    }

    private static Listing listing(FrontMatter front) throws PageException {
        return new Listing(
                date(front),
                front.number("weight").orElse(Double.POSITIVE_INFINITY),
                front.flag("hidden"),
                front.texts("tags"),
                front.texts("categories"));
    }

    static @Nullable OffsetDateTime date(FrontMatter front) throws PageException {
        Optional<String> text = front.text("date");
        if (text.isEmpty()) {
            return null;
        }
        return PageDate.parse(text.get())
                .orElseThrow(() -> front.wrong(
                        "date", "is '" + text.get() + "', which is no date; write 2026-11-23 or 2026-11-23T10:00:00Z"));
    }

    private static String path(String source, FrontMatter front) throws PageException {
        Optional<String> url = front.text("url");
        if (url.isPresent()) {
            return inside("url", url.get(), front);
        }
        Optional<String> slug = front.text("slug");
        String natural = naturalPath(source);
        if (slug.isEmpty() || natural.equals("/")) {
            return natural;
        }
        if (slug.get().contains("/") || slug.get().equals(".")) {
            throw front.wrong("slug", "is '" + slug.get() + "', but must be one segment without '/'");
        }
        inside("slug", slug.get(), front);
        return SitePath.parent(natural) + slug.get() + "/";
    }

    private static @Nullable Integer addressLine(FrontMatter front) {
        Integer url = front.line("url");
        return url == null ? front.line("slug") : url;
    }

    private static String naturalPath(String source) {
        String name = Page.nameOf(source);
        return name.isEmpty() ? "/" : "/" + name + "/";
    }

    private static List<Alias> aliases(FrontMatter front) throws PageException {
        List<Alias> aliases = new ArrayList<>();
        for (String alias : front.texts("aliases")) {
            aliases.add(new Alias(inside("aliases", alias, front), front.line("aliases")));
        }
        return aliases;
    }

    private static String inside(String key, String written, FrontMatter front) throws PageException {
        return SitePath.normalize(written)
                .orElseThrow(() -> front.wrong(
                        key, "has '" + written + "', which is no path on this site; write one like /docs/a/"));
    }
}
