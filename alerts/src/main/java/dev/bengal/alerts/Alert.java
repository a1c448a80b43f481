package dev.bengal.alerts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Something that got worse for sure.
 *
 * @param id the same for the same change, whoever finds it: 24 hexadecimal digits
 * @param headline in one line
 * @param detail what to look at and what to type next, in a few lines
 */
public record Alert(String id, String project, String headline, String detail) {
    private static final int ID_DIGITS = 24;

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(detail, "detail");
        if (!isId(id)) {
            throw new IllegalArgumentException("an alert has an id of 24 hexadecimal digits");
        }
        headline = oneLine(headline);
    }

    /** Whether it may be the id of an alert. */
    static boolean isId(String text) {
        return text.length() == ID_DIGITS
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** An alert of which these words say which one it is. */
    public static Alert of(List<String> identity, String project, String headline, String detail) {
        return new Alert(digest(identity), project, headline, detail);
    }

    /** A text of 24 hexadecimal digits that differs where any of the words does. */
    static String digest(List<String> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(word.length()).append(':').append(word));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What comes from a record may hold line breaks, which a mail's subject must not have, and what steers a terminal. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{C}+", " ").strip();
    }
}
