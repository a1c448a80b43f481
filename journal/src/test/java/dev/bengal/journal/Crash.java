package dev.bengal.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Programs that are killed, or that crowd around one history. */
final class Crash {
    private Crash() {}

    /** Appends lines, batches now and then, and says the number of each once it is safe: FILE FIRST COUNT. */
    static final class AcknowledgingAppender {
        private AcknowledgingAppender() {}

        public static void main(String[] arguments) {
            Journal journal = new Journal(Path.of(arguments[0]));
            int first = Integer.parseInt(arguments[1]);
            for (int i = first; i < first + Integer.parseInt(arguments[2]); i++) {
                journal.append(line(i));
                System.out.println(i);
                System.out.flush();
            }
        }
    }

    /** Takes out every line that says so, again and again until its input ends, and says so once: FILE. */
    static final class Rewriter {
        private Rewriter() {}

        public static void main(String[] arguments) throws IOException {
            Journal journal = new Journal(Path.of(arguments[0]));
            System.out.println("ready");
            System.out.flush();
            while (System.in.available() == 0) {
                journal.rewrite(new TakingOut("{\"go\":"));
            }
        }
    }

    static String line(int number) {
        return "{\"number\":" + number + ",\"text\":\"" + "x".repeat(number % 50 * 400) + "\"}";
    }
}
