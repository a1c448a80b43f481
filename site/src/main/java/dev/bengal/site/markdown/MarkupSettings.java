package dev.bengal.site.markdown;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import dev.bengal.site.markdown.link.ExternalLinks;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code [markup]} says.
 *
 * @param highlight whether the parts of code are told apart; on by default
 * @param unsafe whether HTML in a text stays HTML; on by default
 * @param math whether what stands between dollars is a formula; on by default
 * @param boxes directives that are boxes of the site's own
 */
public record MarkupSettings(
        boolean highlight, boolean unsafe, boolean math, Set<String> boxes, ExternalLinks external) {
    /** The settings of a site. */
    public static MarkupSettings of(Configuration configuration) {
        return new MarkupSettings(
                isOn(configuration, "markup.highlight"),
                isOn(configuration, "markup.unsafe"),
                isOn(configuration, "markup.math"),
                configuration.entry("markup.boxes").map(MarkupSettings::words).orElse(Set.of()),
                ExternalLinks.of(configuration));
    }

    private static boolean isOn(Configuration configuration, String key) {
        return !configuration.string(key).orElse("true").equals("false");
    }

    private static Set<String> words(ConfigurationEntry entry) {
        List<?> words = entry.value() instanceof List<?> list ? list : List.of(entry.value());
        return words.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
