package dev.bengal.site.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A second between two looks. */
final class EverySecond implements PolledSignals.Pause {
    private static final long MILLIS = 1000;

    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void await(long millis) throws InterruptedException {
        // How it ended is asked of isOver().
        boolean unused = ended.await(millis < 0 ? MILLIS : millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isOver() {
        return ended.getCount() == 0;
    }

    @Override
    public void end() {
        ended.countDown();
    }
}
