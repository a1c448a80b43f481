package dev.bengal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @Test
    void rehearsal_leavesNothingAndReadsNothingOfTheSite(@TempDir Path folder) throws IOException {
        Path template = folder.resolve("templates/page.html");
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(template, "{% broken");

        Rehearsal.run(folder);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("templates"));
        }
    }

    @Test
    void rehearsal_isOfUseWhereEverythingIsMade(@TempDir Path folder) {
        SiteFixture site = new SiteFixture(folder).put("content/a.md", "A");

        assertThat(Rehearsal.isOfUse(site.root(), false)).isTrue();
        site.build();
        assertThat(Rehearsal.isOfUse(site.root(), false)).isFalse();
        assertThat(Rehearsal.isOfUse(site.root(), true)).isTrue();
    }
}
