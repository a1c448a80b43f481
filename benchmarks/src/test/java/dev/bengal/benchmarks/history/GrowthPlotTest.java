package dev.bengal.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class GrowthPlotTest {
    @Test
    void plot_isLogarithmicBothWays() {
        String svg = new GrowthPlot(Map.of("slow", Map.of(1_000, 1.0, 10_000, 10.0, 1_000_000, 100.0))).svg();

        // From 60 to 740 and from 320 to 20; a decade of builds is 226.7, one of milliseconds 150.
        assertThat(svg).contains("<polyline points=\"60.0,320.0 286.7,170.0 740.0,20.0\"");
    }

    @Test
    void plot_namesItsDecadesAndCurves() {
        Map<String, Map<Integer, Double>> millis = new LinkedHashMap<>();
        millis.put("append", Map.of(1_000, 0.5, 100_000, 0.3));
        millis.put("`perf -n 10`", Map.of(1_000, 950.0, 100_000, 736.0));

        assertThat(new GrowthPlot(millis).svg())
                .contains(">1,000</text>", ">10,000</text>", ">100,000</text>", ">0.1</text>", ">1</text>")
                .contains(">append</text>", ">perf -n 10</text>")
                .doesNotContain(">1,000,000</text>", "NaN", "Infinity");
    }

    @Test
    void plot_isWellFormedWhateverItShows() throws Exception {
        assertThat(read(new GrowthPlot(Map.of("a < b & c > \"d\"", Map.of(1_000, 1.0))).svg())
                        .getElementsByTagName("polyline")
                        .getLength())
                .isEqualTo(1);
        assertThat(read(new GrowthPlot(Map.of()).svg())
                        .getElementsByTagName("polyline")
                        .getLength())
                .isZero();
    }

    private static Document read(String svg) throws Exception {
        assertThat(svg).doesNotContain("NaN", "Infinity");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
