package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.benchmarks.SiteBenchmark.Pair;
import dev.bengal.model.TimeTotals;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<Pair> PAIRS = List.of(pair(100, 110), pair(200, 202), pair(400, 440));

    @Test
    void of_comparesPairByPair() {
        Comparison wall = Comparison.of(PAIRS, ProcessCost::wallMillis).orElseThrow();

        assertThat(wall.base()).isEqualTo(200);
        assertThat(wall.other()).isEqualTo(202);
        assertThat(wall.difference().median()).isEqualTo(10);
        assertThat(wall.percent().median()).isEqualTo(10);
    }

    @Test
    void of_isEmptyWhereAValueWasNotMeasured() {
        assertThat(Comparison.of(PAIRS, ProcessCost::cpuMillis)).isEmpty();
    }

    @Test
    void table_leavesOutWhatWasNotMeasured() {
        ResultTable table = new ResultTable(Sides.RECORDING);
        table.add(1000, PAIRS);

        assertThat(table).hasToString("""
                | pages | pairs | | `--no-metrics` | tracked | difference | of the build |
                |---:|---:|---|---:|---:|---:|---:|
                | 1,000 | 3 | wall | 200 ms | 202 ms | +10 ms | +10.0 % |
                | | | pages a second | 5,000 | 4,950 | | |
                """);
    }

    @Test
    void table_tellsOfTheBuildInsideWhereBothSidesAreRecorded() {
        ResultTable table = new ResultTable(Sides.ALLOCATIONS);
        table.add(1000, List.of(new Pair(recorded(900, 700, 650), recorded(1500, 760, 715))));

        assertThat(table).hasToString("""
                | pages | pairs | | tracked | `--allocations` | difference | of the build |
                |---:|---:|---|---:|---:|---:|---:|
                | 1,000 | 1 | wall | 900 ms | 1,500 ms | +600 ms | +66.7 % |
                |  |  | wall of the build inside | 700 ms | 760 ms | +60 ms | +8.6 % |
                |  |  | CPU of the build inside | 650 ms | 715 ms | +65 ms | +10.0 % |
                | | | in no phase | | 2.5 % | | |
                | | | pages a second | 1,111 | 667 | | |
                """);
    }

    @Test
    void table_tellsAPhaseApart() {
        ResultTable table = new ResultTable(Sides.RECORDING);
        table.add(1000, List.of(new Pair(apart(900, 600), apart(930, 590))));

        assertThat(table).hasToString("""
                | pages | pairs | | `--no-metrics` | tracked | difference | of the build |
                |---:|---:|---|---:|---:|---:|---:|
                | 1,000 | 1 | wall | 900 ms | 930 ms | +30 ms | +3.3 % |
                |  |  | of it the phase apart | 600 ms | 590 ms | -10 ms | -1.1 % |
                |  |  | of it all else | 300 ms | 340 ms | +40 ms | +4.4 % |
                | | | pages a second | 1,111 | 1,075 | | |
                """);
    }

    private static ProcessCost apart(double wall, double phase) {
        return ProcessCost.of(wall, null, null).apart(phase);
    }

    private static Pair pair(double base, double other) {
        return new Pair(ProcessCost.of(base, null, null), ProcessCost.of(other, null, null));
    }

    private static ProcessCost recorded(double wall, double insideWall, double insideCpu) {
        return new ProcessCost(wall, null, null, new TimeTotals(insideWall, insideCpu, null, insideWall / 40), null);
    }
}
