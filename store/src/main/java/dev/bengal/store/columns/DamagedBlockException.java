package dev.bengal.store.columns;

/** The bytes of a block are not those that were written. */
public final class DamagedBlockException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedBlockException(String what) {
        super("a block of the index is damaged: " + what);
    }
}
