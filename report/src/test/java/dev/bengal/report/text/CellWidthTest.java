package dev.bengal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellWidthTest {
    @Test
    void width_countsCells() {
        assertThat(CellWidth.of("abc")).isEqualTo(3);
        assertThat(CellWidth.of("文書")).isEqualTo(4);
        assertThat(CellWidth.of("🚀")).isEqualTo(2);
        assertThat(CellWidth.of("e\u0301")).isEqualTo(1);
        assertThat(CellWidth.of("⣿▁→–")).isEqualTo(4);
    }

    @Test
    void cut_neverTakesHalfALetter() {
        assertThat(CellWidth.cut("文書文書", 8)).isEqualTo("文書文書");
        assertThat(CellWidth.cut("文書文書", 7)).isEqualTo("文書文…");
        assertThat(CellWidth.cut("文書文書", 6)).isEqualTo("文書…");
        assertThat(CellWidth.cut("abc", 0)).isEmpty();
        assertThat(CellWidth.padded("文書文書", 6)).isEqualTo("文書… ");
    }

    @Test
    void shortened_keepsBothEnds() {
        assertThat(CellWidth.shortened("checkout", 8)).isEqualTo("checkout");
        assertThat(CellWidth.shortened("checkout", 7)).isEqualTo("che…out");
        assertThat(CellWidth.shortened("checkout", 6)).isEqualTo("che…ut");
        assertThat(CellWidth.shortened("文書文書", 6)).isEqualTo("文…書");
        assertThat(CellWidth.shortened("checkout", 1)).isEqualTo("…");
        assertThat(CellWidth.shortened("checkout", 0)).isEmpty();
    }

    @Test
    void lines_leaveAWiderWordWhole() {
        assertThat(CellWidth.lines("see https://ci.example/1 now", 8))
                .containsExactly("see", "https://ci.example/1", "now");
    }

    @Test
    void wrapped_breaksAtSpacesAndCutsWhatIsWider() {
        assertThat(CellWidth.wrapped("one two three", 7)).containsExactly("one two", "three");
        assertThat(CellWidth.wrapped("文書 文書 x", 6)).containsExactly("文書", "文書 x");
        assertThat(CellWidth.wrapped("a enormous b", 4)).containsExactly("a", "eno…", "b");
        assertThat(CellWidth.wrapped("", 4)).containsExactly("");
    }
}
