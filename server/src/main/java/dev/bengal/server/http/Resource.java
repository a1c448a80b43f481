package dev.bengal.server.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Texts that belong to the program and go into pages. */
public final class Resource {
    private Resource() {}

    /** A file that lies beside a class. */
    public static String text(Class<?> beside, String name) {
        return text(beside.getResourceAsStream(name), name);
    }

    /** A file that was looked for; null where there is none, which is a fault of the program. */
    public static String text(@Nullable InputStream found, String name) {
        try (@Nullable InputStream in = found) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a Content-Security-Policy names a style or a script that stands in the page. */
    public static String source(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
