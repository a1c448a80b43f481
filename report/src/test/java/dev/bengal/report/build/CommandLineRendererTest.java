package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Outcome;
import dev.bengal.model.UsualLevel;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineRendererTest {
    @Test
    void line_tellsWhatACommandTook() throws IOException {
        assertThat(line(SampleBuild.id("a").millis(1930), Map.of()))
                .isEqualTo("site full | 1.93s | – CPU | – peak RSS\n");
    }

    @Test
    void line_tellsWhatIsBeyondNoiseAndNothingElse() throws IOException {
        Map<String, UsualLevel> usual = Map.of("total_duration_ms", new UsualLevel(950, 1000, 1050));

        assertThat(line(SampleBuild.id("b").millis(1500), usual))
                .isEqualTo("site full | 1.50s | – CPU | – peak RSS | time 1.50s, usually 0.95s to 1.05s\n");
        assertThat(line(SampleBuild.id("b").millis(1040), usual)).isEqualTo("site full | 1.04s | – CPU | – peak RSS\n");
    }

    @Test
    void line_saysHowACommandEndedThatDidNotSucceed() throws IOException {
        assertThat(line(SampleBuild.id("a").millis(10).outcome(Outcome.INTERRUPTED), Map.of()))
                .isEqualTo("site full | 0.01s | – CPU | – peak RSS | interrupted\n");
    }

    private static String line(SampleBuild build, Map<String, UsualLevel> usual) throws IOException {
        StringBuilder out = new StringBuilder();
        new CommandLineRenderer().render(BuildReport.of(build.build(), usual), out);
        return out.toString();
    }
}
