package dev.bengal.collector;

import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Notices that threads of this JVM have ended. HotSpot takes one off its list first and adds what it allocated to that of the ended ones
 * a little later, both under the lock that a thread which starts takes, too; a total that is read in between lacks all of its bytes, though
 * {@link Thread#join} has returned. So where threads have ended since it was last asked, it starts one of its own: whichever thread was
 * in between is through then. Safe for use by several threads.
 */
final class EndedThreads {
    private final ThreadMXBean bean;
    private final AtomicLong passed = new AtomicLong(-1);
    private final AtomicLong own = new AtomicLong();

    EndedThreads(ThreadMXBean bean) {
        this.bean = bean;
    }

    /**
     * Waits for those that are in between, where there may be some; 0.1 to 1 ms then, the longer the less the caches hold of it.
     *
     * @return whether a total that was read before may lack something
     */
    boolean awaited() {
        long ended = bean.getTotalStartedThreadCount() - bean.getThreadCount() - own.get();
        if (passed.get() == ended) {
            return false;
        }
        try {
            pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError e) {
            return false; // No further thread: the total that is there has to do.
        }
        passed.set(ended);
        return true;
    }

    /** Without anything to run. Its end is waited for so that it counts as one of its own at once. */
    private void pass() throws InterruptedException {
        Thread thread = new Thread("bengal-pass");
        thread.setDaemon(true);
        thread.start();
        thread.join();
        own.incrementAndGet();
    }
}
