package dev.bengal.experiment;

/** A signal ended an experiment before all was done. What was recorded by then stays. */
public final class ExperimentStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int signal;

    /** @param signal its number */
    public ExperimentStoppedException(int signal) {
        super("stopped by a signal");
        this.signal = signal;
    }

    /** The signal's number. */
    public int signal() {
        return signal;
    }

    /** Ends the experiment where a signal has come. */
    static void check(SignalRelay signals) {
        signals.received().ifPresent(signal -> {
            throw new ExperimentStoppedException(signal);
        });
    }
}
