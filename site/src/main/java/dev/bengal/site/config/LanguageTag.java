package dev.bengal.site.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a language, such as {@code en} or {@code de-AT}, in the spelling that HTML and the theme's script understand.
 *
 * @see <a href="https://unicode.org/reports/tr35/#Unicode_locale_identifier">Unicode locale identifiers</a>
 */
public final class LanguageTag {
    private static final Pattern TAG = Pattern.compile(
            "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
                    + "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WYZa-wyz0-9](-[A-Za-z0-9]{2,8})+)*(-[Xx](-[A-Za-z0-9]{1,8})+)?");

    private LanguageTag() {}

    /** What is wrong with such a name and what to write instead, as the end of a sentence; empty where it is a good one. */
    public static Optional<String> fault(String text) {
        if (isOne(text)) {
            return Optional.empty();
        }
        String meant = text.strip().replaceAll("[.@].*", "").replace('_', '-');
        return Optional.of("is '" + text + "', which is no language to a browser; write "
                + (isOne(meant) ? "'" + meant + "'" : "one like 'en' or 'de-AT'"));
    }

    private static boolean isOne(String text) {
        return TAG.matcher(text).matches();
    }
}
