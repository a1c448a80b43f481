package dev.bengal.store;

import dev.bengal.journal.Journal;
import java.util.ArrayList;
import java.util.List;

/** The next lines of a journal for a shared store: some thousand, or some megabytes. */
final class DeliveryBatch implements Journal.LineVisitor {
    private static final long BYTES = 16 << 20;

    private final int most;
    private final List<byte[]> lines = new ArrayList<>();
    private long bytes;
    private long position;
    private long line;
    private boolean full;

    private DeliveryBatch(long position, long line, int most) {
        this.most = most;
        this.position = position;
        this.line = line;
    }

    /**
     * Those from a place on.
     *
     * @param line the number of the line that begins there
     * @param most how many lines it may hold
     */
    static DeliveryBatch read(Journal journal, long position, long line, int most) {
        DeliveryBatch batch = new DeliveryBatch(position, line, most);
        try {
            journal.walk(position, line, batch);
        } catch (FullException e) {
            // The rest comes in the next one.
        }
        return batch;
    }

    @Override
    public void line(long number, long offset, byte[] content, boolean whole) {
        // A last line without its newline is a whole record or nothing yet: a record ends with its brace. It is not
        // passed, so
        // that it is offered again when it is whole for certain.
        if (whole || content[content.length - 1] == '}') {
            lines.add(content);
            bytes += content.length;
        }
        passed(offset + content.length + 1, whole);
    }

    @Override
    public void longLine(long number, long offset, long length, boolean whole) {
        passed(offset + length + 1, whole);
    }

    private void passed(long next, boolean whole) {
        if (whole) {
            position = next;
            line++;
        }
        if (lines.size() >= most || bytes >= BYTES) {
            full = true;
            throw new FullException();
        }
    }

    List<byte[]> lines() {
        return lines;
    }

    /** Whether it ends here because it is large enough, and not because the journal ends. */
    boolean isFull() {
        return full;
    }

    /** Behind it. */
    DeliveryMark end(long seal) {
        return new DeliveryMark(position, line, seal);
    }

    long position() {
        return position;
    }

    /** The number of the line behind it. */
    long line() {
        return line;
    }

    private static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FullException() {
            super("full", null, false, false);
        }
    }
}
