package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A class without any annotation: its phase is recorded all the same. */
class OtherTest {
    @Test
    void words_areSplitAtBlanks() {
        WordIndex index = new WordIndex();
        index.add(7, "a b");
        assertEquals(7, index.linesWith("b").get(0));
    }
}
