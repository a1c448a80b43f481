package dev.bengal.site.markdown;

/** A node of a sentence that holds words, though no text. */
interface Worded {
    /** What a reader reads. */
    String words();
}
