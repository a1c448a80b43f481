package dev.bengal.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.history.Ancestry;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RememberedAncestryTest {
    private final List<String> asked = new ArrayList<>();
    private Object mark = "one";
    private final Ancestry ancestry = new RememberedAncestry(
            commit -> {
                asked.add(String.valueOf(commit == null ? null : commit.hash()));
                return build -> true;
            },
            () -> mark);

    @Test
    void git_isAskedOnceForACommitUntilSomethingElseIsCheckedOut() {
        Predicate<BuildMetrics> first = ancestry.leadingTo(commit("a"));
        ancestry.leadingTo(commit("b"));

        assertThat(ancestry.leadingTo(commit("a"))).isSameAs(first);
        assertThat(asked).containsExactly("a", "b");

        mark = "two";
        ancestry.leadingTo(commit("a"));

        assertThat(asked).containsExactly("a", "b", "a");
    }

    @Test
    void commits_areForgottenWhereTheyAreMany() {
        for (int i = 0; i < 20; i++) {
            ancestry.leadingTo(commit("c" + i));
        }
        asked.clear();
        ancestry.leadingTo(commit("c19"));
        ancestry.leadingTo(commit("c0"));

        assertThat(asked).containsExactly("c0");
    }

    private static Commit commit(String hash) {
        return new Commit(hash, "main", List.of(), false, null);
    }
}
