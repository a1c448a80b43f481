package dev.bengal.store;

import org.jspecify.annotations.Nullable;

/** A shared store cannot be reached, or refuses what it was asked; the message is a sentence that says which and why. */
public final class SharedStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean unreachable;

    private SharedStoreException(String message, @Nullable Throwable cause, boolean unreachable) {
        super(message, cause);
        this.unreachable = unreachable;
    }

    /** What was asked is refused; something else may not be. */
    public static SharedStoreException refused(String message, @Nullable Throwable cause) {
        return new SharedStoreException(message, cause, false);
    }

    /** It cannot be used at all now: whatever else is asked would take its time and fail too. */
    public static SharedStoreException unreachable(String message, @Nullable Throwable cause) {
        return new SharedStoreException(message, cause, true);
    }

    /** Whether it cannot be used at all now. */
    public boolean isUnreachable() {
        return unreachable;
    }
}
