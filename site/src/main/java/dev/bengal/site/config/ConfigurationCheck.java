package dev.bengal.site.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Notices keys that mean nothing, and values that a key cannot have. */
public final class ConfigurationCheck {
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private ConfigurationCheck() {}

    /** A sentence for each, with file and line, in the order of the keys. */
    public static List<String> warnings(Configuration configuration) {
        List<String> warnings = new ArrayList<>();
        for (ConfigurationEntry entry : configuration.entries()) {
            if (!KnownKeys.contains(entry.key())) {
                warnings.add("%s: '%s' means nothing; %s"
                        .formatted(configuration.place(entry), entry.key(), meant(entry.key())));
            } else if (KnownKeys.FLAGS.contains(entry.key()) && !YES_OR_NO.contains(entry.text())) {
                warnings.add("%s: '%s' must be true or false, but is '%s'; it counts as true."
                        .formatted(configuration.place(entry), entry.key(), entry.text()));
            } else if (entry.key().equals(KnownKeys.LANGUAGE)) {
                LanguageTag.fault(entry.text())
                        .ifPresent(fault ->
                                warnings.add("%s: '%s' %s.".formatted(configuration.place(entry), entry.key(), fault)));
            }
        }
        return warnings;
    }

    private static String meant(String key) {
        return NearestName.of(key, KnownKeys.names())
                .map(name -> "did you mean '" + name + "'?")
                .orElse("values of your own belong under 'params'.");
    }
}
