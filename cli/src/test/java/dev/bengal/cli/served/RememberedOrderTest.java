package dev.bengal.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.CommitOrder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedOrderTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private long nanos = Long.MAX_VALUE - 2_000_000_000L;
    private Object mark = "a";
    private String commit = "c1";
    private int asked;

    private final RememberedOrder order = new RememberedOrder(
            () -> {
                asked++;
                return orderOf(commit);
            },
            () -> mark,
            () -> nanos,
            background::add);

    private static CommitOrder orderOf(String commit) {
        return CommitOrder.of(List.of(new CommitOrder.DatedCommit(commit, Instant.EPOCH)));
    }

    @Test
    void git_isAskedOnceAsLongAsTheSameIsCheckedOut() {
        CommitOrder first = order.get();
        nanos += 60_000_000_000L; // Past the largest number, as a clock of nanoseconds may go.

        assertThat(order.get()).isSameAs(first);
        assertThat(asked).isEqualTo(1);
        assertThat(background).isEmpty();
    }

    @Test
    void anotherCheckout_isAskedForInTheBackgroundOnce() {
        CommitOrder first = order.get();
        mark = "b";
        commit = "c2";

        assertThat(order.get()).isSameAs(first);
        assertThat(order.get()).isSameAs(first);
        assertThat(asked).as("who asks does not wait for git").isEqualTo(1);
        background.remove().run();

        assertThat(background).isEmpty();
        assertThat(order.get()).isEqualTo(orderOf("c2"));
        assertThat(background).as("and it is known then").isEmpty();
    }

    @Test
    void checkoutWhileGitAnswers_isAskedForOnceMore() {
        order.get();
        mark = "b";
        order.get();
        mark = "c";
        order.get();
        assertThat(background).hasSize(1);
        background.remove().run();
        order.get();

        assertThat(background).hasSize(1);
    }

    @Test
    void afterAMinute_gitIsAskedForWhatNoMarkTells() {
        CommitOrder first = order.get();
        nanos += 60_000_000_001L;
        order.get();
        background.remove().run();

        assertThat(asked).isEqualTo(2);
        assertThat(order.get()).as("an equal order is no news").isSameAs(first);
    }
}
