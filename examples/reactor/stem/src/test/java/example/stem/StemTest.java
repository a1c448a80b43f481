package example.stem;

import static org.junit.jupiter.api.Assertions.assertEquals;


import org.junit.jupiter.api.Test;

class StemTest {
    @Test
    void endings_areTakenAway() {
        assertEquals("build", Stem.of("buildings"));
        assertEquals("read", Stem.of("reads"));
    }

    @Test
    void shortWords_stay() {
        assertEquals("bed", Stem.of("bed"));
        assertEquals("ring", Stem.of("ring"));
    }
}
