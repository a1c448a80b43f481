package dev.bengal.site.incremental;

/** Something whose text is not made before it is needed, and that can be told apart without. */
public interface Checksummed {
    /** The same for the same text; another for another one. */
    long checksum();
}
