package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bengal.junit.PerformanceBudget;
import dev.bengal.junit.TrackPerformance;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordIndexTest {
    private WordIndex index = new WordIndex();

    @Test
    void unknownWord_isOnNoLine() {
        assertEquals(List.of(), index.linesWith("bengal"));
    }

    /** Ten runs for the record; the value is their median. */
    @Test
    @TrackPerformance(runs = 10, warmup = 5)
    void building_takes() {
        index = filled();
        assertEquals(100_000, index.linesWith("even").size());
    }

    /** What the field holds when the test ends is still there when garbage was collected. */
    @Test
    @PerformanceBudget(allocatedMb = 120, retainedMb = 20)
    void building_isFrugal() {
        index = filled();
        assertEquals(100_000, index.linesWith("odd").size());
    }

    /** Looking up a word allocates nothing worth a name. */
    @Test
    @PerformanceBudget(allocatedMb = 0.01)
    void lookingUp_allocatesNothing() {
        for (int i = 0; i < 1_000_000; i++) {
            assertEquals(0, index.linesWith("bengal").size());
        }
    }

    private static WordIndex filled() {
        WordIndex filled = new WordIndex();
        for (int line = 0; line < 200_000; line++) {
            filled.add(line, line % 2 == 0 ? "this line is even" : "this line is odd");
        }
        return filled;
    }
}
