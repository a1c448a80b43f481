package dev.bengal.server;

import org.jspecify.annotations.Nullable;

/** Takes what someone at a page says of a change. */
public interface Acceptances {
    /**
     * The level that began with a commit is the normal one.
     *
     * @param commit full hash
     * @param scenario of which alone it holds, or null for all
     * @param metric of which alone it holds, or null for all
     * @param why not blank
     */
    void accept(String project, String commit, @Nullable String scenario, @Nullable String metric, String why);
}
