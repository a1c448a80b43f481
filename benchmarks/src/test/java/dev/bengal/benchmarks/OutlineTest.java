package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.benchmarks.Outline.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 24, 25, 26, 100, 193, 1000, 10_000})
    void of_hasExactlyAsManyPlacesAsAskedFor(int pages) {
        List<Place> places = Outline.of(pages);

        assertThat(places).hasSize(pages).doesNotHaveDuplicates();
        assertThat(places.get(0).file()).isEqualTo("_index.md");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 1000, 10_000})
    void of_givesEachFolderAPageOfItsOwnAndAtMost24InAll(int pages) {
        Map<String, List<Place>> folders = Outline.of(pages).stream().collect(Collectors.groupingBy(Place::folder));

        assertThat(folders.values()).allSatisfy(folder -> {
            assertThat(folder).hasSizeLessThanOrEqualTo(24);
            assertThat(folder.stream().filter(Place::isSection)).hasSize(1);
        });
    }
}
