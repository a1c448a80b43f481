package dev.bengal.site;

/** The site cannot be built at all. The message is a sentence for the author of the site and says what to do. */
public final class SiteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure that began here. */
    public SiteException(String message) {
        super(message);
    }

    /** A failure that began in a file or a library. */
    public SiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
