package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.BuildId;
import dev.bengal.model.sample.SampleBuild;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a build is found by what a user calls it, in every store. */
interface BuildReferenceContract extends TestedStore {
    String CLEAN = "0123456789abcdef0123456789abcdef01234567";

    @Test
    default void find_knowsTheLatestAndTheOneBeforeByTheirStart() {
        append("c", "2026-03-03T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");

        assertThat(found("latest")).isEqualTo("c");
        assertThat(found("previous")).isEqualTo("b");
    }

    @Test
    default void find_inAnEmptyStoreFindsNothing() {
        for (String name : List.of("latest", "previous", "a", "")) {
            BuildReference.Answer answer = new BuildReference(name).find(store());

            assertThat(answer.build()).as(name).isEmpty();
            assertThat(answer.candidates()).as(name).isEmpty();
        }
    }

    @Test
    default void find_previousNeedsTwoBuilds() {
        append("a", "2026-03-01T00:00:00Z");

        assertThat(new BuildReference("previous").find(store()).build()).isEmpty();
    }

    @Test
    default void find_takesTheBeginningOfAnId() {
        append("01abc", "2026-03-01T00:00:00Z");
        append("01abd", "2026-03-02T00:00:00Z");

        assertThat(found("01abc")).isEqualTo("01abc");
        assertThat(found("01abd")).isEqualTo("01abd");
    }

    @Test
    default void find_ofABeginningThatSeveralIdsShareNamesThemTheNewestFirst() {
        append("01abd", "2026-03-02T00:00:00Z");
        append("01abc", "2026-03-01T00:00:00Z");
        append("02", "2026-03-03T00:00:00Z");

        BuildReference.Answer answer = new BuildReference("01ab").find(store());

        assertThat(answer.build()).isEmpty();
        assertThat(answer.candidates()).extracting(BuildId::value).containsExactly("01abd", "01abc");
    }

    @Test
    default void find_takesAWholeIdEvenIfAnotherBeginsWithIt() {
        append("01", "2026-03-01T00:00:00Z");
        append("012", "2026-03-02T00:00:00Z");

        assertThat(found("01")).isEqualTo("01");
    }

    @Test
    default void find_ofACommitIsItsNewestBuild() {
        store().append(SampleBuild.id("new")
                .start("2026-03-02T00:00:00Z")
                .commit(CLEAN)
                .build());
        store().append(SampleBuild.id("old")
                .start("2026-03-01T00:00:00Z")
                .commit(CLEAN)
                .build());
        store().append(SampleBuild.id("other")
                .start("2026-03-03T00:00:00Z")
                .commit("f".repeat(40))
                .build());

        assertThat(found(CLEAN)).isEqualTo("new");
        assertThat(found(CLEAN.substring(0, 4))).isEqualTo("new");
        assertThat(new BuildReference(CLEAN.substring(0, 3)).find(store()).build())
                .isEmpty();
    }

    @Test
    default void find_ofDigitsThatSeveralCommitsShareRefusesAndNamesThem() {
        String other = "01234567ffff";
        store().append(SampleBuild.id("old")
                .start("2026-03-01T00:00:00Z")
                .commit(CLEAN)
                .build());
        store().append(SampleBuild.id("new")
                .start("2026-03-02T00:00:00Z")
                .commit(other)
                .build());

        assertThatThrownBy(() -> new BuildReference("0123").find(store()))
                .isInstanceOf(AmbiguousCommitException.class)
                .hasMessage(
                        "Builds of 2 commits are called '0123': 0123456789ab, 01234567ffff. Give more of the hash.");
        assertThat(found("012345678")).isEqualTo("old");
        store().append(SampleBuild.id("longer")
                .start("2026-03-03T00:00:00Z")
                .commit(other + "0")
                .build());
        assertThat(found(other)).as("a whole hash, as an id").isEqualTo("new");
    }

    @Test
    default void find_putsAnIdBeforeACommit() {
        store().append(SampleBuild.id("0123x").start("2026-03-01T00:00:00Z").build());
        store().append(SampleBuild.id("newer")
                .start("2026-03-02T00:00:00Z")
                .commit(CLEAN)
                .build());

        assertThat(found("0123")).isEqualTo("0123x");
    }

    @Test
    default void find_takesTheDigitsOfACommitInCapitals() {
        store().append(SampleBuild.id("a")
                .start("2026-03-01T00:00:00Z")
                .commit("e6febae0".repeat(5))
                .build());

        assertThat(found("E6FEBAE0")).isEqualTo("a");
        assertThat(found("E6FEBAE0".repeat(5))).isEqualTo("a");
    }

    @Test
    default void find_ofAnUnknownBuildNamesTheNearestFirst() {
        append("01abc", "2026-03-01T00:00:00Z");
        append("01xyz", "2026-03-02T00:00:00Z");
        append("99999", "2026-03-03T00:00:00Z");
        append("88888", "2026-03-04T00:00:00Z");

        BuildReference.Answer answer = new BuildReference("01abd").find(store());

        assertThat(answer.build()).isEmpty();
        // One letter off, three off, and of those that are all off, the newest.
        assertThat(answer.candidates()).extracting(BuildId::value).containsExactly("01abc", "01xyz", "88888");
        assertThat(answer.history().recorded()).isEqualTo(4);
    }

    private String found(String name) {
        return new BuildReference(name)
                .find(store())
                .build()
                .orElseThrow()
                .build()
                .identity()
                .id()
                .value();
    }
}
