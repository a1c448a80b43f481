package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Measurement;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReactorTest {
    private static PhaseMetrics module(String name, double start, double duration) {
        return PhaseMetrics.timed("module." + name, null, start, duration, Outcome.SUCCESS);
    }

    /** Two threads: a 0-100; b 100-400 beside c 100-200; d, which needs both, 400-450. */
    @Test
    void criticalPath_isTheLongestChainAndIdleWhatIsLeft() {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        needs.put("module.a", List.of());
        needs.put("module.b", List.of("module.a"));
        needs.put("module.c", List.of("module.a"));
        needs.put("module.d", List.of("module.c", "module.b"));

        List<Measurement> measured = new Reactor(needs, 2)
                .measurements(List.of(
                        module("a", 0, 100), module("b", 100, 300), module("c", 100, 100), module("d", 400, 50)));

        assertThat(measured).hasSize(2);
        assertThat(measured.get(0).metric().name()).isEqualTo("reactor.critical_path_ms");
        assertThat(measured.get(0).value()).isEqualTo(450);
        assertThat(measured.get(0).source()).isEqualTo("a > b > d");
        assertThat(measured.get(1).metric().name()).isEqualTo("reactor.idle_ms");
        // 2 * 450 - (100 + 300 + 100 + 50)
        assertThat(measured.get(1).value()).isEqualTo(350);
    }

    @Test
    void modules_thatWereNotBuiltAreLeftOut() {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        needs.put("module.a", List.of());
        needs.put("module.b", List.of("module.a"));
        needs.put("module.c", List.of("module.b"));

        assertThat(new Reactor(needs, 1)
                        .measurements(List.of(module("a", 0, 10), module("b", 10, 5)))
                        .get(0)
                        .source())
                .isEqualTo("a > b");
    }

    @Test
    void singleModule_hasNoReactor() {
        assertThat(new Reactor(Map.of("module.a", List.of()), 1).measurements(List.of(module("a", 0, 10))))
                .isEmpty();
    }
}
