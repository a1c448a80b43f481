package dev.bengal.analysis.bisect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectSearchTest {
    /** Looks until it ends; the first bad commit is known. @return how many were looked at */
    private static int search(BisectSearch search, int firstBad, Set<Integer> unbuildable) {
        int looks = 0;
        for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
            int commit = next.getAsInt();
            looks++;
            if (unbuildable.contains(commit)) {
                search.skip(commit);
            } else if (commit < firstBad) {
                search.good(commit);
            } else {
                search.bad(commit);
            }
        }
        return looks;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 99})
    void search_findsTheFirstBadInSevenLooksOfHundred(int firstBad) {
        BisectSearch search = new BisectSearch(100);

        // 2^7 = 128 holds 99.
        assertThat(search(search, firstBad, Set.of())).isLessThanOrEqualTo(7);
        assertThat(search.lastGood()).isEqualTo(firstBad - 1);
        assertThat(search.firstBad()).isEqualTo(firstBad);
    }

    @Test
    void search_givesARangeWhereTheCulpritDoesNotBuild() {
        BisectSearch search = new BisectSearch(20);
        search(search, 10, Set.of(9, 10, 11));

        assertThat(search.lastGood()).isEqualTo(8);
        assertThat(search.firstBad()).isEqualTo(12);
    }

    @Test
    void next_isTheMiddleAndTheEarlierOfTwo() {
        assertThat(new BisectSearch(5).next()).hasValue(2);
        assertThat(new BisectSearch(6).next()).hasValue(2);
        BisectSearch search = new BisectSearch(8);
        search.good(2);
        // Between 2 and 7 are 4 and 5 equally near.
        assertThat(search.next()).hasValue(4);
        search.skip(4);
        assertThat(search.next()).hasValue(5);
        search.skip(5);
        assertThat(search.next()).hasValue(3);
        search.skip(3);
        assertThat(search.next()).hasValue(6);
        search.bad(6);
        assertThat(search.next()).isEmpty();
    }

    @Test
    void commit_outsideOfWhatIsLeftIsRefused() {
        BisectSearch search = new BisectSearch(9);
        search.good(3);
        search.bad(6);

        for (int commit : new int[] {0, 3, 6, 8}) {
            String message = "commit " + commit + " does not lie between 3 and 6";
            assertThatThrownBy(() -> search.good(commit)).hasMessage(message);
            assertThatThrownBy(() -> search.bad(commit)).hasMessage(message);
            assertThatThrownBy(() -> search.skip(commit)).hasMessage(message);
        }
    }

    @Test
    void search_ofNeighboursIsOver() {
        assertThat(new BisectSearch(2).next()).isEmpty();
        assertThatThrownBy(() -> new BisectSearch(1)).hasMessage("1 commit has no two ends");
        assertThatThrownBy(() -> new BisectSearch(0)).hasMessage("0 commits have no two ends");
        assertThatThrownBy(() -> new BisectSearch(5).good(4)).hasMessage("commit 4 does not lie between 0 and 4");
    }
}
