package dev.bengal.forge;

import java.util.Objects;

/**
 * The header by which a forge knows who asks. Its text never shows the token.
 *
 * @param header such as {@code Authorization}
 * @param value of the header, the token in it
 */
public record Credential(String header, String value) {
    public Credential {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(value, "value");
        if (!value.chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
            throw new ForgeException(
                    ForgeException.Kind.NOT_ALLOWED,
                    "the token holds a character that no token has, such as a line break; set it anew.");
        }
    }

    /** That of GitHub. */
    public static Credential bearer(String token) {
        return new Credential("Authorization", "Bearer " + token.strip());
    }

    /** That of GitLab, for personal, group and project tokens. */
    public static Credential privateToken(String token) {
        return new Credential("PRIVATE-TOKEN", token.strip());
    }

    @Override
    public String toString() {
        return header + ": (secret)";
    }
}
