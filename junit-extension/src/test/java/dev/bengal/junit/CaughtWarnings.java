package dev.bengal.junit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is said to the logger of this module while something runs. */
final class CaughtWarnings extends Handler {
    private final List<String> sentences = new CopyOnWriteArrayList<>();

    private CaughtWarnings() {}

    static List<String> of(Runnable work) {
        Logger logger = Logger.getLogger("dev.bengal.junit");
        CaughtWarnings caught = new CaughtWarnings();
        logger.addHandler(caught);
        logger.setUseParentHandlers(false);
        try {
            work.run();
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(caught);
        }
        return caught.sentences;
    }

    @Override
    public void publish(LogRecord line) {
        sentences.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
