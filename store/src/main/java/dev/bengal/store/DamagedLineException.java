package dev.bengal.store;

/** A line is no record; the message says why, and the reader puts it into {@link HistoryLine.Damaged}. */
final class DamagedLineException extends Exception {
    private static final long serialVersionUID = 1;

    DamagedLineException(String reason) {
        super(reason);
    }
}
