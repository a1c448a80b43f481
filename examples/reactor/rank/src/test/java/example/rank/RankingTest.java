package example.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;


import example.index.Index;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    private final Index index = new Index();

    @Test
    void rareWord_countsMore() {
        index.add("a", "owl owl");
        index.add("b", "owl bat");
        index.add("c", "owl");

        assertEquals(List.of("b", "a", "c"), new Ranking(index).of(List.of("owl", "bat")));
    }

    @Test
    void equalOnes_standByName() {
        index.add("b", "owl");
        index.add("a", "owl");

        assertEquals(List.of("a", "b"), new Ranking(index).of(List.of("owl")));
    }
}
