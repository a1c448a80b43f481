package dev.bengal.site.markdown;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code [markup]} says.
 *
 * @param highlight whether the parts of code are told apart; on by default
 * @param boxes directives that are boxes of the site's own
 */
public record MarkupSettings(boolean highlight, Set<String> boxes, ExternalLinks external) {
    /** The settings of a site. */
    public static MarkupSettings of(Configuration configuration) {
        return new MarkupSettings(
                !configuration.string("markup.highlight").orElse("true").equals("false"),
                configuration
                        .entry("markup.boxes")
                        .map(MarkupSettings::words)
                        .orElse(Set.of()),
                ExternalLinks.of(configuration));
    }

    private static Set<String> words(ConfigurationEntry entry) {
        List<?> words = entry.value() instanceof List<?> list ? list : List.of(entry.value());
        return words.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
