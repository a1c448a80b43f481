package dev.bengal.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What a command prints, line by line, for whoever waits for it. */
final class LineQueue extends Writer {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder unfinished = new StringBuilder();

    PrintWriter writer() {
        return new PrintWriter(this, true);
    }

    /** Waits for the next line. */
    String next() throws InterruptedException {
        return lines.take();
    }

    /** Waits for a line that holds this text, and passes over the others. */
    String nextWith(String text) throws InterruptedException {
        String line = next();
        while (!line.contains(text)) {
            line = next();
        }
        return line;
    }

    /** Whether nothing was printed that nobody waited for. */
    boolean isEmpty() {
        return lines.isEmpty();
    }

    @Override
    public synchronized void write(char[] buffer, int offset, int length) {
        unfinished.append(buffer, offset, length);
        for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n")) {
            lines.add(unfinished.substring(0, end));
            unfinished.delete(0, end + 1);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
