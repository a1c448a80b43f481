package dev.bengal.store;

/** The index cannot answer: it is damaged, in use or not to be written. The journal has to be read instead. */
public final class IndexException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure of the database. */
    public IndexException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure that began here. */
    public IndexException(String message) {
        super(message);
    }
}
