package dev.bengal.site.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void distance_countsSlipsOfThePen() {
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
        assertThat(NearestName.distance("abc", "abc")).isZero();
        assertThat(NearestName.distance("baseurl", "base_url")).isEqualTo(1);
        assertThat(NearestName.distance("tilte", "title")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void nearest_isOneWithinThirdOfLetters() {
        assertThat(NearestName.of("tilte", List.of("language", "title"))).contains("title");
        assertThat(NearestName.of("nots", List.of("note", "nota"))).contains("nota");
        assertThat(NearestName.of("xyz", List.of("title"))).isEmpty();
        assertThat(NearestName.of("x".repeat(100_000), List.of("x"))).isEmpty();
    }
}
