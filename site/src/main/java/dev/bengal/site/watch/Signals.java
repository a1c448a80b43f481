package dev.bengal.site.watch;

import java.io.IOException;

/** Where the news of changed files comes from. */
interface Signals extends AutoCloseable {
    /**
     * Waits until something changed.
     *
     * @throws IOException if it can no longer be told what changes
     * @throws java.nio.file.ClosedWatchServiceException if it was closed, also meanwhile
     */
    SourceChange take() throws IOException, InterruptedException;

    /** The same, but only so long; then nothing changed. */
    SourceChange poll(long millis) throws IOException, InterruptedException;

    @Override
    void close();
}
