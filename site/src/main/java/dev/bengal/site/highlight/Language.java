package dev.bengal.site.highlight;

/** Tells the parts of a code of one language apart. Safe for use by several threads. */
@FunctionalInterface
interface Language {
    /** Adds what it finds from one place to before another; what it does not add is plain. In linear time. */
    void scan(String code, int from, int to, Tokens tokens);
}
