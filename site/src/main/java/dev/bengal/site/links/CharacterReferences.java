package dev.bengal.site.links;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the character references that addresses have in HTML: those of the signs of HTML, and those by number. */
final class CharacterReferences {
    private static final Pattern REFERENCE =
            Pattern.compile("&(amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private CharacterReferences() {}

    static String resolve(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(meaning(match.group(1))));
    }

    private static String meaning(String reference) {
        String named = NAMED.get(reference);
        if (named != null) {
            return named;
        }
        boolean isHex = Character.toLowerCase(reference.charAt(1)) == 'x';
        int sign = Integer.parseInt(reference.substring(isHex ? 2 : 1), isHex ? 16 : 10);
        return Character.isValidCodePoint(sign) ? Character.toString(sign) : "\uFFFD";
    }
}
