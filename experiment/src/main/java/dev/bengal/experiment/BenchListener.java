package dev.bengal.experiment;

/** Hears of a bench while it goes on. */
public interface BenchListener {
    /**
     * A run begins.
     *
     * @param done how many runs of all commands have ended, the warm-ups included
     */
    void running(PlannedCommand command, int done);

    /** A measured run has ended; its record is to be saved. */
    void ran(RecordedCommand run);
}
