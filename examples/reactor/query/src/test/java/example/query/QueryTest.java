package example.query;

import static org.junit.jupiter.api.Assertions.assertEquals;


import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void words_areStemsAndThereOnce() {
        assertEquals(List.of("owl", "hunt"), Query.of("Owls hunting, owl!").stems());
    }

    @Test
    void word_isAskedForInAnyForm() {
        assertTrue(Query.of("hunting").asksFor("hunts"));
        assertFalse(Query.of("hunting").asksFor("owl"));
    }
}
