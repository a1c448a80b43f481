package example.index;

import static org.junit.jupiter.api.Assertions.assertEquals;


import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexTest {
    private final Index index = new Index();

    @Test
    void words_areCountedByStem() {
        index.add("a", "Owls hunt. An owl hunts.");
        index.add("b", "An owl");

        assertEquals(Map.of("a", 2, "b", 1), index.counts("owl"));
        assertEquals(List.of("an", "hunt", "owl"), List.copyOf(index.stems()));
        assertEquals(2, index.size());
    }

    @Test
    void unknownWord_isNowhere() {
        assertEquals(Map.of(), index.counts("owl"));
    }

    @Test
    void manyDocuments_areAllFound() {
        for (int i = 0; i < 20_000; i++) {
            index.add("d" + i, "page " + i + " of the book of owls, chapter " + i % 50);
        }

        assertEquals(20_000, index.counts("owl").size());
        assertEquals(40_000, index.counts("of").values().stream().mapToInt(Integer::intValue).sum());
    }
}
