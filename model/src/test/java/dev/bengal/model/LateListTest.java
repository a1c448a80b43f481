package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateListTest {
    private final AtomicInteger read = new AtomicInteger();
    private final List<String> late = new LateList<>(() -> {
        read.incrementAndGet();
        return List.of("discovery", "rendering");
    });

    @Test
    void elements_areReadWhenTheyAreAskedFor_andOnce() {
        assertThat(read).hasValue(0);

        assertThat(late).containsExactly("discovery", "rendering");
        assertThat(late.get(1)).isEqualTo("rendering");
        assertThat(read).hasValue(1);
    }

    @Test
    void aLateList_equalsAnyOtherOfTheSameElements() {
        List<String> plain = List.of("discovery", "rendering");

        assertThat(late.equals(plain)).isTrue();
        assertThat(plain.equals(late)).isTrue();
        assertThat(late).hasSameHashCodeAs(plain);
    }

    @Test
    void copyOf_leavesALateListUnread_andKeepsOthersFromChanging() {
        List<String> changing = new ArrayList<>(List.of("discovery"));
        List<String> copy = LateList.copyOf(changing);
        changing.clear();

        assertThat(copy).containsExactly("discovery");
        assertThat(LateList.copyOf(late)).isSameAs(late);
        assertThat(read).hasValue(0);
    }
}
