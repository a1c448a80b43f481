package dev.bengal.benchmarks;

import java.util.List;
import java.util.Map;

/** In which way a site is built; a pair of builds differs in this. */
enum Side {
    /** Not recorded. */
    UNTRACKED("`--no-metrics`", List.of("--no-metrics"), Map.of()),
    /** As usual: without an option, since some of them make the command line be read in a slower way. */
    TRACKED("tracked", List.of(), Map.of()),
    /** With the flight recorder. */
    ALLOCATIONS("`--allocations`", List.of("--allocations"), Map.of()),
    /**
     * As usual, but threads take memory in pieces of the size that the JVM chooses after each collection, and not in the launcher's small
     * ones. It starts at what it would choose itself for one thread: a size that was given, as the launcher's is, cannot be taken back.
     */
    OWN_PIECES("JVM's own pieces", List.of(), Map.of("BENGAL_JAVA_OPTS", "-XX:TLABSize=512k -XX:+ResizeTLAB"));

    private final String label;
    private final List<String> options;
    private final Map<String, String> environment;

    Side(String label, List<String> options, Map<String, String> environment) {
        this.label = label;
        this.options = options;
        this.environment = environment;
    }

    /** The head of its column. */
    String label() {
        return label;
    }

    /** Of {@code bengal build}. */
    List<String> options() {
        return options;
    }

    /** Variables beside those that are there. */
    Map<String, String> environment() {
        return environment;
    }

    boolean isRecorded() {
        return this != UNTRACKED;
    }

    boolean recordsAllocation() {
        return this == ALLOCATIONS;
    }
}
