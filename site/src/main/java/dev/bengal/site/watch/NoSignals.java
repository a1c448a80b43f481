package dev.bengal.site.watch;

import java.nio.file.ClosedWatchServiceException;
import java.util.concurrent.CountDownLatch;

/** Nothing ever changes. */
final class NoSignals implements Signals {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public SourceChange take() throws InterruptedException {
        closed.await();
        throw new ClosedWatchServiceException();
    }

    @Override
    public SourceChange poll(long millis) throws InterruptedException {
        return take();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
