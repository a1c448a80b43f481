package dev.bengal.experiment;

/** An experiment cannot be done. The message names the thing, what happened and what to do. */
public final class ExperimentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure that began here. */
    public ExperimentException(String message) {
        super(message);
    }
}
