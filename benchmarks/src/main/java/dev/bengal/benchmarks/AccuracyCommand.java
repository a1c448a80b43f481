package dev.bengal.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code site.sh accuracy}: what the collector reads of a process whose use is known. */
@Command(
        name = "accuracy",
        description = "Compares what the collector reads with what a process is known to use, and with /usr/bin/time.")
final class AccuracyCommand implements Callable<Integer> {
    @Option(names = "--heap", paramLabel = "MB", defaultValue = "1000", description = "By default ${DEFAULT-VALUE}.")
    private int heapMebibytes;

    @Option(names = "--touch", paramLabel = "MB", defaultValue = "300", description = "By default ${DEFAULT-VALUE}.")
    private int touchedMebibytes;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "9", description = "By default ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "benchmarks/target/accuracy",
            description = "By default ${DEFAULT-VALUE}.")
    private Path work = Path.of("benchmarks/target/accuracy");

    @Override
    public Integer call() throws IOException {
        Stopwatch stopwatch = Stopwatch.in(work);
        List<Double> allocated = new ArrayList<>();
        List<Double> peaks = new ArrayList<>();
        List<Double> peaksByTime = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            stopwatch.run(command("measured"));
            String[] printed = stopwatch.printed().trim().split(" ");
            allocated.add(Double.parseDouble(printed[0]));
            peaks.add(Double.parseDouble(printed[1]));
            Double peak = stopwatch.run(command("plain")).peakMebibytes();
            if (peak != null) {
                peaksByTime.add(peak);
            }
        }
        print("allocated bytes", allocated, "known", heapMebibytes);
        if (peaksByTime.isEmpty()) {
            System.out.println("peak RSS: no GNU /usr/bin/time here to compare with");
        } else {
            print("peak RSS", peaks, "/usr/bin/time", median(peaksByTime));
        }
        return 0;
    }

    /** Few threads and a heap of fixed size, so that the process itself varies little from run to run. */
    private List<String> command(String mode) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-XX:MaxDirectMemorySize=4g",
                "-cp",
                System.getProperty("java.class.path"),
                KnownUse.class.getName(),
                Integer.toString(heapMebibytes),
                Integer.toString(touchedMebibytes),
                mode);
    }

    private static void print(String what, List<Double> readings, String truth, double expected) {
        double reading = median(readings);
        System.out.printf(
                Locale.ROOT,
                "%-16s read %.1f MB, %s %.1f MB: %+.2f %%%n",
                what,
                reading,
                truth,
                expected,
                100 * (reading - expected) / expected);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
