package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {
    @TempDir
    private Path folder;

    @Test
    void run_turnsTheOrderEveryOtherRoundAndDoesNotCountTheFirst() throws IOException {
        Path trace = folder.resolve("trace");
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c")) {
            commands.put(name, List.of("sh", "-c", "printf " + name + " >>" + trace));
        }

        Map<String, List<ProcessCost>> costs = new Rounds(commands, Stopwatch.in(folder.resolve("work"))).run(2);

        assertThat(Files.readString(trace)).isEqualTo("abccbaabc");
        assertThat(costs.keySet()).containsExactly("a", "b", "c");
        assertThat(costs.values()).allSatisfy(list -> assertThat(list).hasSize(2));
    }
}
