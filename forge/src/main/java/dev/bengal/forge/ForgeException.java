package dev.bengal.forge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A forge did not do what it was asked for; the message is a sentence that holds no secret. */
public final class ForgeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What went wrong, as far as it matters what to do next. */
    public enum Kind {
        /** The token is missing, wrong or may not do that (401, 403, and 404 for what one may not see). */
        NOT_ALLOWED,
        /** The forge understood and refused (400, 409, 410, 422). */
        REFUSED,
        /** Too many requests, and waiting longer than a build should (403 or 429). */
        LIMITED,
        /** No connection, no answer in time, or a failure of the server (5xx), however often it was tried. */
        UNREACHABLE,
        /** An answer that is none: no JSON, too long, a redirect to elsewhere. */
        NOT_UNDERSTOOD
    }

    private final Kind kind;

    public ForgeException(Kind kind, String message) {
        this(kind, message, null);
    }

    public ForgeException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    public Kind kind() {
        return kind;
    }
}
