package dev.bengal.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this process is one of those to which a terminal sends Ctrl-C; its children are then, too. */
final class ForegroundGroup {
    /** Counted from the state, which is field 3 and follows the name in parentheses. */
    private static final int GROUP = 5 - 3;

    private static final int FOREGROUND_OF_TERMINAL = 8 - 3;

    private ForegroundGroup() {}

    static boolean isOurs() {
        try {
            return isForeground(Files.readString(Path.of("/proc/self/stat")));
        } catch (IOException e) {
            // No Linux: a Ctrl-C that arrives twice is better than a signal that does not arrive.
            return false;
        }
    }

    static boolean isForeground(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        return fields.length > FOREGROUND_OF_TERMINAL && fields[GROUP].equals(fields[FOREGROUND_OF_TERMINAL]);
    }
}
