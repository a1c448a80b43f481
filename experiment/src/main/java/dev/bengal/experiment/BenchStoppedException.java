package dev.bengal.experiment;

/** A signal ended a bench before all was run. */
public final class BenchStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int signal;
    private final int runs;

    BenchStoppedException(int signal, int runs) {
        super("stopped by a signal");
        this.signal = signal;
        this.runs = runs;
    }

    /** The signal's number. */
    public int signal() {
        return signal;
    }

    /** How many measured runs had begun by then. */
    public int runs() {
        return runs;
    }
}
