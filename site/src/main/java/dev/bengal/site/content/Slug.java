package dev.bengal.site.content;

import java.util.Locale;

/** Words as they stand in addresses. */
public final class Slug {
    private Slug() {}

    /** Lower case, letters and digits of any script, all else a single {@code -}; {@code -} alone where nothing is left. */
    public static String of(String words) {
        StringBuilder slug = new StringBuilder(words.length());
        words.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK) {
                slug.appendCodePoint(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        while (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.length() == 0 ? "-" : slug.toString();
    }

    /** A title for a file that has none: {@code getting-started} becomes {@code Getting started}. */
    public static String title(String name) {
        String words = name.replace('-', ' ').replace('_', ' ').strip();
        if (words.isEmpty()) {
            return name;
        }
        int first = words.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(words, Character.charCount(first), words.length())
                .toString();
    }
}
