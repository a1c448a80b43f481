package dev.bengal.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads Linux's {@code /proc} for a process and its descendants. One that has been left by its
 * parent, as a daemon is, belongs to the tree no more.
 */
final class ProcessTree {
    private static final Pattern PEAK = Pattern.compile("\nVmHWM:\\s*(\\d{1,15}) kB");
    private static final Pattern NOW = Pattern.compile("\nVmRSS:\\s*(\\d{1,15}) kB");
    private static final long BYTES_PER_KIBIBYTE = 1024;

    private final Path proc;

    /** @param proc the folder {@code /proc} */
    ProcessTree(Path proc) {
        this.proc = proc;
    }

    /** The memory of this process and those below it; empty where nothing can be read, or all have ended. */
    Optional<TreeReading> read(long root) {
        Optional<TreeReading> total = Optional.empty();
        Set<Long> seen = new HashSet<>();
        Deque<Long> waiting = new ArrayDeque<>();
        waiting.add(root);
        while (!waiting.isEmpty()) {
            long pid = waiting.removeFirst();
            if (seen.add(pid)) {
                Optional<TreeReading> one = process(text(proc.resolve(pid + "/status")));
                total = Stream.concat(total.stream(), one.stream()).reduce(TreeReading::plus);
                addChildren(pid, waiting);
            }
        }
        return total;
    }

    /** A zombie has no memory, and no such lines. */
    private static Optional<TreeReading> process(String status) {
        Matcher peak = PEAK.matcher(status);
        Matcher now = NOW.matcher(status);
        return peak.find() && now.find()
                ? Optional.of(new TreeReading(
                        Long.parseLong(peak.group(1)) * BYTES_PER_KIBIBYTE,
                        Long.parseLong(now.group(1)) * BYTES_PER_KIBIBYTE))
                : Optional.empty();
    }

    /** Each thread has the children that it started itself. */
    private void addChildren(long pid, Deque<Long> waiting) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(proc.resolve(pid + "/task"))) {
            for (Path thread : threads) {
                for (String child : text(thread.resolve("children")).split(" ")) {
                    if (!child.isBlank()) {
                        waiting.add(Long.parseLong(child.strip()));
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
            // It has ended meanwhile.
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
