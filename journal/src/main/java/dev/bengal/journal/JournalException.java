package dev.bengal.journal;

/** The history could not be written or read. The message names the file, what happened and what to do. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure that began here. */
    public JournalException(String message) {
        super(message);
    }

    /** A failure that began in the file system. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
