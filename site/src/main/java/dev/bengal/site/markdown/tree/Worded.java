package dev.bengal.site.markdown.tree;

/** A node of a sentence that holds words, though no text. */
public interface Worded {
    /** What a reader reads. */
    String words();
}
