package dev.bengal.benchmarks;

/** Does nothing: what its process takes is what the JVM takes. */
final class EmptyProgram {
    private EmptyProgram() {}

    /** Ends at once. */
    public static void main(String[] arguments) {}
}
