package dev.bengal.site.data;

/** A text that is not what its ending says. */
public final class DataFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    DataFault(int line, String reason) {
        super(reason);
        this.line = line;
    }

    DataFault(int line, String reason, Exception cause) {
        super(reason, cause);
        this.line = line;
    }

    /** From 1. */
    public int line() {
        return line;
    }
}
