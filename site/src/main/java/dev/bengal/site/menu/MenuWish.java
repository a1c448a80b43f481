package dev.bengal.site.menu;

import dev.bengal.site.content.Node;
import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Someone asks for a place in a menu.
 *
 * @param menu such as {@code main}
 * @param origin the file and the line, or the file and the number of the entry
 * @param values what is said of the place
 * @param page the page that asks for itself, or null
 */
record MenuWish(
        String menu,
        String origin,
        YamlMapping values,
        @Nullable Node page) {
    /** A value as text; empty where it is not given or blank. */
    Optional<String> text(String... keys) {
        for (String key : keys) {
            YamlEntry entry = values.entries().get(key);
            if (entry != null
                    && entry.value() != null
                    && !entry.value().toString().isBlank()) {
                return Optional.of(entry.value().toString().strip());
            }
        }
        return Optional.empty();
    }

    /** Its rank, low first; none is infinite and last, empty where what is given is no number. */
    Optional<Double> weight() {
        Optional<String> given = text("weight");
        if (given.isEmpty()) {
            return Optional.of(Double.POSITIVE_INFINITY);
        }
        try {
            return Optional.of(new BigDecimal(given.get()).doubleValue());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A sentence for the author. */
    String remark(String what) {
        return "%s: the entry%s of the menu '%s' %s"
                .formatted(
                        origin,
                        text("name", "title", "identifier")
                                .map(name -> " '" + name + "'")
                                .orElse(""),
                        menu,
                        what);
    }
}
