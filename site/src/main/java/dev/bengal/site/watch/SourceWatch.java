package dev.bengal.site.watch;

import dev.bengal.collector.Ticker;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells when the sources of a site changed: what is in {@code content}, {@code assets}, {@code static}, {@code templates},
 * {@code data} and {@code config}, and the configuration file. What happens close together is one change, since an editor saves
 * in several steps. What happens while nobody asks is told at the next question.
 */
public final class SourceWatch implements AutoCloseable {
    /** After the last sign of a save, nothing more of it comes. */
    private static final long QUIET_MILLIS = 30;

    /** A program that writes on and on does not put the change off for ever. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(2).toNanos();

    private final Path root;
    private final Ticker ticker;
    private final Consumer<String> warnings;
    private volatile Signals signals;
    private volatile boolean isClosed;

    SourceWatch(Path root, Signals signals, Ticker ticker, Consumer<String> warnings) {
        this.root = root;
        this.signals = signals;
        this.ticker = ticker;
        this.warnings = warnings;
    }

    /**
     * Watches from now on. The system tells of changes; where it cannot, the files are looked at every second.
     *
     * @param root the folder of the site
     * @param warnings gets a sentence where the system cannot tell of changes
     */
    public static SourceWatch open(Path root, Consumer<String> warnings) {
        Path folder = root.toAbsolutePath().normalize();
        try {
            return new SourceWatch(folder, notified(folder), Ticker.SYSTEM, warnings);
        } catch (IOException e) {
            warnings.accept(limited(e));
            return polling(folder, warnings);
        }
    }

    /** Looks at the files every second, for folders whose changes the system does not tell of, such as shared ones. */
    public static SourceWatch polling(Path root, Consumer<String> warnings) {
        Path folder = root.toAbsolutePath().normalize();
        return new SourceWatch(folder, polled(folder), Ticker.SYSTEM, warnings);
    }

    /** Tells of nothing until it is closed. */
    public static SourceWatch none(Path root) {
        return new SourceWatch(root, new NoSignals(), Ticker.SYSTEM, warning -> {});
    }

    private static Signals notified(Path root) throws IOException {
        WatchService service = root.getFileSystem().newWatchService();
        try {
            return new NotifiedSignals(root, service);
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    private static Signals polled(Path root) {
        return new PolledSignals(root, new EverySecond());
    }

    private static String limited(IOException e) {
        return "the system does not tell of all changes (" + e.getMessage()
                + "), so the files are looked at every second. On Linux, a higher fs.inotify.max_user_watches mends that.";
    }

    /** Waits for the next change; empty when this was closed. */
    public Optional<SourceChange> next() throws InterruptedException {
        try {
            return Optional.of(settled());
        } catch (ClosedWatchServiceException e) {
            return Optional.empty();
        } catch (IOException e) {
            warnings.accept(limited(e));
            return lookFromNowOn() ? Optional.of(SourceChange.ANYTHING) : Optional.empty();
        }
    }

    private SourceChange settled() throws IOException, InterruptedException {
        SourceChange change = signals.take();
        long begun = ticker.nanos();
        while (ticker.nanos() - begun < LONGEST_NANOS) {
            SourceChange more = signals.poll(QUIET_MILLIS);
            if (more.isNone()) {
                break;
            }
            change = change.and(more);
        }
        return change;
    }

    /** Not if it was closed. */
    private synchronized boolean lookFromNowOn() {
        signals.close();
        if (!isClosed) {
            signals = polled(root);
        }
        return !isClosed;
    }

    /** Ends the watch, and with it a wait for the next change. */
    @Override
    public synchronized void close() {
        isClosed = true;
        signals.close();
    }
}
