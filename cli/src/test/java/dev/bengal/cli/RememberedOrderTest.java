package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.CommitOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedOrderTest {
    private long nanos = Long.MAX_VALUE - 2_000_000_000L;
    private int asked;

    private final RememberedOrder order = new RememberedOrder(
            () -> {
                asked++;
                return CommitOrder.of(List.of());
            },
            () -> nanos);

    @Test
    void git_isAskedOnceInFiveSeconds() {
        CommitOrder first = order.get();
        nanos += 5_000_000_000L; // Past the largest number, as a clock of nanoseconds may go.

        assertThat(order.get()).isSameAs(first);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void git_isAskedAgainAfterThem() {
        CommitOrder first = order.get();
        nanos += 5_000_000_001L;

        assertThat(order.get()).isNotSameAs(first);
        assertThat(order.get()).isSameAs(order.get());
        assertThat(asked).isEqualTo(2);
    }
}
