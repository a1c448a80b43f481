package dev.bengal.cli.alert;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.journal.MetricsDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntSupplier;

/** Keeps two processes of one machine from telling the same: the second waits until the first is done. */
public record OneAtATime(MetricsDirectory directory) {
    public int run(IntSupplier work) {
        directory.create();
        Path file = directory.folder().resolve("alerts.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            return work.getAsInt();
        } catch (IOException e) {
            throw new CommandException(file + " cannot be locked: " + e, e);
        }
    }
}
