package dev.bengal.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux says of how busy the machine is, unread: at the start of a build, which waits for it, there is time to
 * fetch three files and no more.
 *
 * @param loadavg the text of {@code /proc/loadavg}, empty where there is none, like the others
 * @param nanos when they were fetched
 */
record LoadText(String loadavg, String stat, String pressure, long nanos) {
    static LoadText now() {
        return new LoadText(text("/proc/loadavg"), text("/proc/stat"), text("/proc/pressure/cpu"), System.nanoTime());
    }

    LoadReading reading() {
        return LoadReading.parse(loadavg, stat, pressure, nanos);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
