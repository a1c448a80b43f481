package dev.bengal.model;

/** Sees everything that a build measured. */
public interface ReadingVisitor {
    /** A total. */
    void total(TotalMetric metric, double value);

    /** What the phases of one name took together. */
    void phase(String phase, PhaseMetric metric, double value);

    /** Anything else. */
    void measurement(Measurement measurement);
}
