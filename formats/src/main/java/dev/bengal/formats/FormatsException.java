package dev.bengal.formats;

/** A result of another tool that cannot be read, or a build that another tool's format cannot carry; the message names the place. */
public final class FormatsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FormatsException(String message) {
        super(message);
    }

    public FormatsException(String message, Throwable cause) {
        super(message, cause);
    }
}
