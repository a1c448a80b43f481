package dev.bengal.store;

import dev.bengal.journal.Journal;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far a journal was delivered.
 *
 * @param position the first byte that was not
 * @param line the number of the line that begins there
 * @param seal of what stands before it
 */
record DeliveryMark(long position, long line, long seal) {
    /** Nothing was delivered. */
    static final DeliveryMark START = new DeliveryMark(0, 1, 0);

    /** The one in this file; the start where it is missing, damaged or of another journal. */
    static DeliveryMark read(Path file, Journal journal) {
        try {
            DeliveryMark mark = parse(Files.readString(file));
            return mark.isOf(journal) ? mark : START;
        } catch (IOException | IllegalArgumentException e) {
            return START;
        }
    }

    private static DeliveryMark parse(String text) {
        String[] words = text.strip().split(" ", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("no mark: " + text);
        }
        return new DeliveryMark(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    private boolean isOf(Journal journal) {
        return position >= 0 && line >= 1 && position <= journal.size() && Seal.of(journal, position) == seal;
    }

    /** Puts it in place of the one before, so that a reader sees one of the two. */
    void write(Path file) throws IOException {
        // One name for each thread of each process: several may deliver at once.
        Path draft = file.resolveSibling(file.getFileName() + "."
                + ProcessHandle.current().pid() + "." + Thread.currentThread().getId());
        try {
            Files.writeString(draft, position + " " + line + " " + seal + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
