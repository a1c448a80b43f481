package dev.bengal.alerts;

/** Whoever is told of alerts. */
public interface Receiver {
    /** Its name in the configuration. */
    String name();

    /**
     * Tells it. Returns where it was told, or where nobody can know whether it was.
     *
     * @throws NotDeliveredException where it was surely not told
     */
    void tell(Notice notice) throws NotDeliveredException;
}
