package dev.bengal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Outcome;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineRendererTest {
    @Test
    void line_tellsWhatACommandTook() throws IOException {
        assertThat(line(SampleBuild.id("a").millis(1930), Optional.empty()))
                .isEqualTo("site full | 1.93s | – CPU | – peak RSS\n");
    }

    @Test
    void line_tellsTheChangeAgainstTheRunBefore() throws IOException {
        assertThat(line(
                        SampleBuild.id("b").millis(1500),
                        Optional.of(SampleBuild.id("a").millis(1000))))
                .isEqualTo("site full | 1.50s | – CPU | – peak RSS | time +50.0 % against the run before\n");
    }

    @Test
    void line_saysHowACommandEndedThatDidNotSucceed() throws IOException {
        assertThat(line(SampleBuild.id("a").millis(10).outcome(Outcome.INTERRUPTED), Optional.empty()))
                .isEqualTo("site full | 0.01s | – CPU | – peak RSS | interrupted\n");
    }

    private static String line(SampleBuild build, Optional<SampleBuild> previous) throws IOException {
        StringBuilder out = new StringBuilder();
        new CommandLineRenderer().render(BuildReport.of(build.build(), previous.map(SampleBuild::build)), out);
        return out.toString();
    }
}
