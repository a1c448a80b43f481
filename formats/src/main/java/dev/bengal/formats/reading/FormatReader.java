package dev.bengal.formats.reading;

/** Knows one format. */
interface FormatReader {
    /** Whether this seems to be one of its files. What is recognised may still be malformed. */
    boolean recognises(Content content);

    /**
     * Takes what a file says.
     *
     * @throws dev.bengal.formats.FormatsException naming the place of what is not as it should be
     */
    void read(Content content, Runs runs);
}
