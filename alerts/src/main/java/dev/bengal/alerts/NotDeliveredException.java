package dev.bengal.alerts;

/** A receiver was surely not told, so that it may be tried again. The message names the receiver's trouble, and nothing secret. */
public final class NotDeliveredException extends Exception {
    private static final long serialVersionUID = 1;

    public NotDeliveredException(String message) {
        super(message);
    }

    public NotDeliveredException(String message, Throwable cause) {
        super(message, cause);
    }
}
