package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchPlanTest {
    private static final Command SORT = new Command(List.of("sort", "-S{size}", "{file}.txt"));

    @Test
    void parameters_areFilledInInAllCombinations() {
        List<PlannedCommand> planned = BenchPlan.commands(
                List.of(SORT),
                List.of(),
                List.of(Parameter.of("size=1M,2M"), Parameter.of("file=a,b")),
                Optional.of("rm -f {file}.out"));

        assertThat(planned)
                .extracting(command -> command.command().line())
                .containsExactly("sort -S1M a.txt", "sort -S1M b.txt", "sort -S2M a.txt", "sort -S2M b.txt");
        assertThat(planned)
                .extracting(command -> command.scenario().name())
                .containsExactly(
                        "bench sort size=1M file=a",
                        "bench sort size=1M file=b",
                        "bench sort size=2M file=a",
                        "bench sort size=2M file=b");
        assertThat(planned.get(1).preparation()).contains("rm -f b.out");
        assertThat(planned.get(1).parameters()).isEqualTo(Map.of("size", "1M", "file", "b"));
    }

    @Test
    void commandsOfOneProgram_areNumbered() {
        List<PlannedCommand> planned = BenchPlan.commands(
                List.of(new Command(List.of("sort", "a")), new Command(List.of("sort", "{f}"))),
                List.of(),
                List.of(Parameter.of("f=x,y")),
                Optional.empty());

        assertThat(planned)
                .extracting(command -> command.scenario().name())
                .containsExactly("bench sort f=x", "bench sort f=y", "bench sort (2) f=x", "bench sort (2) f=y");
    }

    @Test
    void scenarios_areTakenAsTheyAre() {
        assertThat(BenchPlan.commands(
                        List.of(new Command(List.of("sort"))), List.of("by locale"), List.of(), Optional.empty()))
                .extracting(command -> command.scenario().name())
                .containsExactly("by locale");
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> BenchPlan.commands(
                        List.of(new Command(List.of("sort"))), List.of("a", "b"), List.of(), Optional.empty()))
                .withMessageContaining("1 commands and 2 names");
    }

    @Test
    void placeholder_isReplacedOnceAndOtherBracesStay() {
        assertThat(Parameter.fill("{a}{b}{c} {a {} }{a}", Map.of("a", "{b}", "b", "2")))
                .isEqualTo("{b}2{c} {a {} }{b}");
    }

    @Test
    void parameterThatIsUsedNowhere_isRefused() {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> BenchPlan.commands(
                        List.of(SORT), List.of(), List.of(Parameter.of("other=1")), Optional.empty()))
                .withMessageContaining("{other}");
    }

    @Test
    void parameterThatIsGivenTwice_isRefused() {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> Parameter.combinations(List.of(Parameter.of("size=1"), Parameter.of("size=2"))))
                .withMessageContaining("'size'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "=1", "a b=1", "1a=2", "size=1,1", "{size}=1"})
    void brokenParameter_isRefused(String text) {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> Parameter.of(text))
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void value_mayBeEmptyAndHoldAnEqualsSign() {
        assertThat(Parameter.of("flags=,-O2,a=b").values()).containsExactly("", "-O2", "a=b");
    }

    @Test
    void nothing_isNoPlan() {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> new BenchPlan(List.of(), 0, 1, false))
                .withMessageContaining("no command");
    }
}
