package dev.bengal.server;

/** A request cannot be answered; the message is the sentence that the asker reads. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    RefusedException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** Of HTTP. */
    int status() {
        return status;
    }

    /** What the asker reads. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
