package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhaseApartTest {
    private static final String PRINTED = """
            {"name":"front matter","parent":"discovery","depth":1,"duration_ms":35.25,"cpu_ms":null,"outcome":"success"}
            {"name":"parse","parent":"pages","depth":2,"duration_ms":144.249,"cpu_ms":null,"outcome":"success"}
            {"name":"pages","parent":"rendering","depth":1,"duration_ms":412.3,"cpu_ms":3.5,"outcome":"success"}
            100 pages | 0.48s
            """;

    @Test
    void millis_areThoseOfTheLineOfThePhase() {
        assertThat(new PhaseApart("pages").millis(PRINTED)).isEqualTo(412.3);
        assertThat(new PhaseApart("front matter").millis(PRINTED)).isEqualTo(35.25);
    }

    @Test
    void millis_areAskedOfNoPhaseThatIsNotThere() {
        assertThatThrownBy(() -> new PhaseApart("page").millis(PRINTED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the build logged no phase page:\n{\"name\":\"front matter\"");
    }
}
