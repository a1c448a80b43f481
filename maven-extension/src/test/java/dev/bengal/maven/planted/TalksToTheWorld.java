package dev.bengal.maven.planted;

import com.fasterxml.jackson.core.JsonFactory;

/** Breaks every rule. */
public final class TalksToTheWorld {
    private TalksToTheWorld() {}

    /** What no class of this module may do. */
    public static void talk(JsonFactory library) {
        System.out.println(library + System.getenv("HOME"));
        System.exit(1);
    }
}
