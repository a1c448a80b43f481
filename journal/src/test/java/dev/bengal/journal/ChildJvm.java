package dev.bengal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts a class of these tests as a process of its own. */
final class ChildJvm {
    private ChildJvm() {}

    /** The process, with its errors among its output. */
    static Process start(Class<?> program, Object... arguments) throws IOException {
        return new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .start();
    }

    static List<String> command(Class<?> program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    /** Appends lines: FILE LINE TIMES. */
    static final class Appender {
        private Appender() {}

        public static void main(String[] arguments) {
            Journal journal = new Journal(Path.of(arguments[0]));
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                journal.append(arguments[1].replace("NUMBER", Integer.toString(i)));
            }
        }
    }

    /** Holds a lock until its input ends: LOCK-FILE. Says so once it has it. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws IOException {
            try (JournalLock lock = JournalLock.acquire(Path.of(arguments[0]), java.time.Duration.ofSeconds(10))) {
                System.out.println("held");
                System.out.flush();
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }
}
