package dev.bengal.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a process and measures it: wall time around it, CPU time and peak memory by GNU's {@code /usr/bin/time}, which asks
 * the kernel after the process has ended. Elsewhere those two are unknown.
 *
 * <p>A process that resets its own high-water mark, as a recorded build does, shows {@code time} only the peak since then.
 */
public final class Stopwatch {
    private static final String TIME = "/usr/bin/time";
    private static final String FORMAT = "%U %S %M";
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    private final boolean hasTime;
    private final Path answer;
    private final Path output;

    private Stopwatch(boolean hasTime, Path answer, Path output) {
        this.hasTime = hasTime;
        this.answer = answer;
        this.output = output;
    }

    /**
     * A stopwatch that keeps its files in a folder.
     *
     * @param folder for what the processes print; made where there is none
     */
    public static Stopwatch in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path answer = folder.resolve("time.txt").toAbsolutePath();
        Path output = folder.resolve("output.txt").toAbsolutePath();
        return new Stopwatch(isGnuTime(output), answer, output);
    }

    private static boolean isGnuTime(Path output) throws IOException {
        if (!Files.isExecutable(Path.of(TIME))) {
            return false;
        }
        Process process = new ProcessBuilder(TIME, "-f", FORMAT, "true")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return waitFor(process) == 0 && Files.readString(output).matches("[\\d.]+ [\\d.]+ \\d+\\s*");
    }

    /**
     * Runs a command to its end.
     *
     * @throws IllegalStateException where it fails, with what it printed
     */
    public ProcessCost run(List<String> command) throws IOException {
        return run(command, Map.of());
    }

    /**
     * Runs a command to its end with more variables in its environment.
     *
     * @throws IllegalStateException where it fails, with what it printed
     */
    public ProcessCost run(List<String> command, Map<String, String> variables) throws IOException {
        List<String> timed = new ArrayList<>();
        if (hasTime) {
            timed.addAll(List.of(TIME, "-f", FORMAT, "-o", answer.toString()));
        }
        timed.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("BENGAL_METRICS_DIR");
        environment.remove("BENGAL_PARENT_BUILD");
        environment.putAll(variables);
        long start = System.nanoTime();
        int exitCode = waitFor(builder.start());
        double wallMillis = (System.nanoTime() - start) / 1e6;
        if (exitCode != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with " + exitCode + ":\n" + Files.readString(output));
        }
        return hasTime ? cost(wallMillis, Files.readString(answer)) : ProcessCost.of(wallMillis, null, null);
    }

    /** What the last command printed, on both streams. */
    public String printed() throws IOException {
        return Files.readString(output);
    }

    private static ProcessCost cost(double wallMillis, String answer) {
        String[] fields = answer.trim().split(" ");
        double cpuSeconds = Double.parseDouble(fields[0]) + Double.parseDouble(fields[1]);
        double cpuMillis = Math.rint(cpuSeconds * 100) * 10;
        return ProcessCost.of(wallMillis, cpuMillis, Long.parseLong(fields[2]) / KIBIBYTES_PER_MEBIBYTE);
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
