package dev.bengal.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.history.Ancestry;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RememberedAncestryTest {
    private final List<String> asked = new ArrayList<>();
    private Predicate<BuildMetrics> answer = build -> false;
    private Runnable meanwhile = () -> {};
    private long nanos = Long.MAX_VALUE - 2_000_000_000L;
    private final Ancestry ancestry = new RememberedAncestry(
            commit -> {
                asked.add(String.valueOf(commit == null ? null : commit.hash()));
                meanwhile.run();
                return answer;
            },
            () -> nanos);

    @Test
    void git_isAskedOnceForACommit() {
        Predicate<BuildMetrics> first = ancestry.leadingTo(commit("a"));
        ancestry.leadingTo(commit("b"));
        nanos += 600_000_000_000L;

        assertThat(ancestry.leadingTo(commit("a"))).isSameAs(first);
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void afterAMinute_gitIsAskedAgainForWhatItDidNotKnow() {
        answer = Ancestry.EVERY_BUILD;
        ancestry.leadingTo(commit("a"));
        nanos += 60_000_000_000L; // Past the largest number, as a clock of nanoseconds may go.
        ancestry.leadingTo(commit("a"));
        assertThat(asked).containsExactly("a");

        nanos += 1;
        answer = build -> false;

        assertThat(ancestry.leadingTo(commit("a"))).isSameAs(answer);
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void commits_areForgottenWhereTheyAreMoreThanAnOverviewHas() {
        for (int i = 0; i < 101; i++) {
            ancestry.leadingTo(commit("c" + i));
        }
        asked.clear();
        for (int i = 1; i < 101; i++) {
            ancestry.leadingTo(commit("c" + i));
        }
        assertThat(asked).isEmpty();
        ancestry.leadingTo(commit("c0"));

        assertThat(asked).containsExactly("c0");
    }

    @Test
    void whatIsKnown_isToldWhileGitIsAskedForSomethingElse() {
        ancestry.leadingTo(commit("a"));
        meanwhile = () -> CompletableFuture.runAsync(() -> ancestry.leadingTo(commit("a")))
                .join();

        ancestry.leadingTo(commit("b"));

        assertThat(asked).containsExactly("a", "b");
    }

    private static Commit commit(String hash) {
        return new Commit(hash, "main", List.of(), false, null);
    }
}
