package dev.bengal.junit.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** Where tests of two processes meet, so that neither process can run both. */
final class Rendezvous {
    private static final int PATIENCE_SECONDS = 60;

    private Rendezvous() {}

    /** Says that {@code self} is there and waits until {@code other} is, in the folder of property {@code rendezvous}. */
    static void meet(String self, String other) throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("rendezvous"));
        try (WatchService arrivals = folder.getFileSystem().newWatchService()) {
            folder.register(arrivals, StandardWatchEventKinds.ENTRY_CREATE);
            Files.createFile(folder.resolve(self));
            while (Files.notExists(folder.resolve(other))) {
                WatchKey arrival = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (arrival == null) {
                    throw new IllegalStateException(other + " did not come to " + folder);
                }
                arrival.reset();
            }
        }
    }
}
