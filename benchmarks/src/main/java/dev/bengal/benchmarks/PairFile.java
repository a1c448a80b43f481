package dev.bengal.benchmarks;

import dev.bengal.benchmarks.SiteBenchmark.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pairs of runs in a file, a line each, so that a measurement can be taken in several pieces while the machine is quiet. */
record PairFile(Path file) {
    private static final String HEADER = "base_wall_ms,base_cpu_ms,other_wall_ms,other_cpu_ms";

    /** The pairs that are there; none where there is no file. */
    List<Pair> read() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (!line.equals(HEADER)) {
                    String[] cells = line.split(",", -1);
                    pairs.add(new Pair(cost(cells[0], cells[1]), cost(cells[2], cells[3])));
                }
            }
        }
        return pairs;
    }

    private static ProcessCost cost(String wall, String cpu) {
        return ProcessCost.of(
                Double.parseDouble(wall), cpu.isEmpty() ? null : Double.valueOf(Double.parseDouble(cpu)), null);
    }

    /** Adds one. */
    void append(Pair pair) throws IOException {
        String header = Files.exists(file) ? "" : HEADER + "\n";
        Files.writeString(
                file,
                header + cells(pair.base()) + "," + cells(pair.other()) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String cells(ProcessCost cost) {
        @Nullable Double cpu = cost.cpuMillis();
        return String.format(Locale.ROOT, "%.1f,%s", cost.wallMillis(), cpu == null ? "" : cpu.toString());
    }
}
