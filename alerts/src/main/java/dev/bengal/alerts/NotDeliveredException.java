package dev.bengal.alerts;

/** A receiver was surely not told, so that it may be tried again. The message names the receiver's trouble, and nothing secret. */
public final class NotDeliveredException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean isOfThisNotice;

    public NotDeliveredException(String message) {
        super(message);
        this.isOfThisNotice = false;
    }

    public NotDeliveredException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private NotDeliveredException(String message, Throwable cause, boolean isOfThisNotice) {
        super(message, cause);
        this.isOfThisNotice = isOfThisNotice;
    }

    /** The receiver is there and refused this one; another one it may take. */
    static NotDeliveredException ofThisNotice(String message, Throwable cause) {
        return new NotDeliveredException(message, cause, true);
    }

    /** Whether it is the notice that was refused. */
    boolean isOfThisNotice() {
        return isOfThisNotice;
    }
}
