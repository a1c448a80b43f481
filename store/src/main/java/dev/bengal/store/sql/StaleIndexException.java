package dev.bengal.store.sql;

/** The index is of another journal than the one that is there now, and has to be made again. */
final class StaleIndexException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StaleIndexException(String message) {
        super(message);
    }
}
