package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartTableTest {
    @Test
    void add_dividesRoundByRound() {
        List<ProcessCost> bare = List.of(cost(40), cost(50), cost(80));
        StartTable table = new StartTable(bare);

        table.add("bare", bare);
        // 120/40 = 3, 125/50 = 2.5, 160/80 = 2: the median is 2.5, though 125/50 is not the quotient of every median's
        // neighbours
        table.add("perf", List.of(cost(120), cost(125), cost(160)));

        assertThat(table.toString())
                .contains("| bare | 50 | 10 | – | 1.00 |\n")
                .contains("| perf | 125 | 10 | – | 2.50 |\n");
    }

    private static ProcessCost cost(double wallMillis) {
        return ProcessCost.of(wallMillis, 10.0, null);
    }
}
