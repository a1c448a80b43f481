package dev.bengal.alerts;

/** Texts of which a chat or a forge makes no more than text. What it would make something of is broken by a space of no width. */
final class PlainWords {
    private static final String BREAK = "\u200B";

    private PlainWords() {}

    /** Without mentions and addresses. */
    static String of(String text) {
        return text.replace("@", "@" + BREAK)
                .replace("://", ":" + BREAK + "//")
                .replaceAll("(?i)(www)\\.", "$1" + BREAK + ".");
    }

    /** The same, and of so many letters at most. */
    static String of(String text, int most) {
        String plain = of(text);
        return plain.length() <= most ? plain : plain.substring(0, most - 1) + "…";
    }
}
