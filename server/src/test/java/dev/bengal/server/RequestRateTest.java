package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    @Test
    void rate_isFilledByTimeAndForEachAddress() {
        AtomicLong nanos = new AtomicLong();
        RequestRate rate = new RequestRate(2, 1, nanos::get);
        assertThat(rate.allows("a")).isTrue();
        assertThat(rate.allows("a")).isTrue();
        assertThat(rate.allows("a")).isFalse();
        assertThat(rate.allows("b")).isTrue();
        nanos.set(1_000_000_000L);
        assertThat(rate.allows("a")).isTrue();
        assertThat(rate.allows("a")).isFalse();
    }
}
