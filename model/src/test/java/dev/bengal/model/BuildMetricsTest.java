package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.sample.SampleBuild;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BuildMetricsTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final BuildMetrics PLAIN = SampleBuild.id("plain").build();

    @Test
    void isComparableWith_acceptsAnotherCommitTimeAndSize() {
        BuildMetrics other = SampleBuild.id("other")
                .start("2027-01-01T00:00:00Z")
                .commit(HASH)
                .pages(5L)
                .millis(10)
                .build();

        assertThat(PLAIN.isComparableWith(other)).isTrue();
        assertThat(other.isComparableWith(PLAIN)).isTrue();
    }

    @Test
    void isComparableWith_refusesAnotherProjectScenarioOrFingerprint() {
        assertThat(List.of(
                        SampleBuild.id("other").project("shop").build(),
                        SampleBuild.id("other").scenario("site incremental").build(),
                        SampleBuild.id("other").fingerprint("laptop").build()))
                .allSatisfy(other -> {
                    assertThat(PLAIN.isComparableWith(other)).isFalse();
                    assertThat(other.isComparableWith(PLAIN)).isFalse();
                });
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = Mode.EXCLUDE, names = "SUCCESS")
    void isComparableWith_refusesWhatDidNotSucceedOnEitherSide(Outcome outcome) {
        BuildMetrics other = SampleBuild.id("other").outcome(outcome).build();

        assertThat(PLAIN.isComparableWith(other)).isFalse();
        assertThat(other.isComparableWith(PLAIN)).isFalse();
        assertThat(other.isComparableWith(other)).isFalse();
    }

    @Test
    void isComparableWith_leavesDirtOutOfTheQuestion() {
        // A build of a dirty tree may be held against a clean one; only the other way round it is no baseline.
        assertThat(SampleBuild.id("dirty").commit(HASH, true).build().isComparableWith(PLAIN))
                .isTrue();
    }

    @Test
    void isBaselineMaterial_acceptsACleanCommitAndNoRepository() {
        assertThat(SampleBuild.id("clean").commit(HASH).build().isBaselineMaterial())
                .isTrue();
        assertThat(PLAIN.isBaselineMaterial()).isTrue();
    }

    @Test
    void isBaselineMaterial_acceptsATreeOfWhichNothingIsKnown() {
        assertThat(SampleBuild.id("unknown").commit(HASH, null).build().isBaselineMaterial())
                .isTrue();
    }

    @Test
    void isBaselineMaterial_refusesADirtyTree() {
        assertThat(SampleBuild.id("dirty").commit(HASH, true).build().isBaselineMaterial())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = Mode.EXCLUDE, names = "SUCCESS")
    void isBaselineMaterial_refusesWhatDidNotSucceed(Outcome outcome) {
        assertThat(SampleBuild.id("other").commit(HASH).outcome(outcome).build().isBaselineMaterial())
                .isFalse();
    }

    @Test
    void shortHash_isTheFirstEightDigits() {
        assertThat(new Commit(HASH, null, List.of(), null, null).shortHash()).isEqualTo("01234567");
        assertThat(new Commit("01234567", null, List.of(), null, null).shortHash())
                .isEqualTo("01234567");
        assertThat(new Commit("0123", null, List.of(), null, null).shortHash()).isEqualTo("0123");
        assertThat(new Commit("", null, List.of(), null, null).shortHash()).isEmpty();
    }

    @Test
    void names_areNeverBlank() {
        assertThatThrownBy(() -> SampleBuild.id("a").project(" ").build()).hasMessage("project name is blank");
        assertThatThrownBy(() -> SampleBuild.id("a").scenario("").build()).hasMessage("scenario name is blank");
        assertThatThrownBy(() -> SampleBuild.id("a").phase("\t", null, 1).build())
                .hasMessage("phase name is blank");
    }

    @Test
    void lists_cannotBeChanged() {
        BuildMetrics build = SampleBuild.complete();

        assertThat(build.phases()).isUnmodifiable();
        assertThat(build.topAllocators()).isUnmodifiable();
        assertThat(build.measurements()).isUnmodifiable();
    }
}
