package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.benchmarks.SiteBenchmark.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<Pair> PAIRS = List.of(pair(100, 110), pair(200, 202), pair(400, 440));

    @Test
    void of_comparesPairByPair() {
        Comparison wall = Comparison.of(PAIRS, ProcessCost::wallMillis).orElseThrow();

        assertThat(wall.untracked()).isEqualTo(200);
        assertThat(wall.tracked()).isEqualTo(202);
        assertThat(wall.difference().median()).isEqualTo(10);
        assertThat(wall.percent().median()).isEqualTo(10);
    }

    @Test
    void of_isEmptyWhereAValueWasNotMeasured() {
        assertThat(Comparison.of(PAIRS, ProcessCost::cpuMillis)).isEmpty();
    }

    @Test
    void table_leavesOutWhatWasNotMeasured() {
        ResultTable table = new ResultTable();
        table.add(1000, PAIRS);

        assertThat(table).hasToString("""
                | pages | pairs | | `--no-metrics` | tracked | difference | of the build |
                |---:|---:|---|---:|---:|---:|---:|
                | 1,000 | 3 | wall | 200 ms | 202 ms | +10 ms | +10.0 % |
                | | | pages a second | 5,000 | 4,950 | | |
                """);
    }

    private static Pair pair(double untracked, double tracked) {
        return new Pair(new ProcessCost(untracked, null, null), new ProcessCost(tracked, null, null));
    }
}
