package dev.bengal.forge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The first line of a comment, which nobody sees and by which it is found again. It is a hash, so that no name can end it early.
 *
 * @param key 24 hexadecimal digits
 */
public record CommentMarker(String key) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{24}");

    public CommentMarker {
        Objects.requireNonNull(key, "key");
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a marker is 24 hexadecimal digits, and not " + key);
        }
    }

    /** That of the one comment on builds of this sort. */
    public static CommentMarker of(String project, String scenario, String environment) {
        String name = project.length() + ":" + project + scenario.length() + ":" + scenario + environment;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new CommentMarker(HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The line, without its end. */
    public String line() {
        return "<!-- bengal:perf " + key + " -->";
    }

    /** Whether a comment begins with it. */
    boolean isFirstLineOf(String body) {
        return body.lines().findFirst().filter(line()::equals).isPresent();
    }
}
