package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPageTest {
    @TempDir
    private Path folder;

    @Test
    void pages_showEachBuildOnceWhereManyStartedAtOneMoment() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            lines.append(HostileHistory.line(i).replaceAll("T12:..:00Z", "T12:00:00Z"));
        }
        Path file = Files.writeString(folder.resolve("history.jsonl"), lines);
        JournalStore store = new JournalStore(new Journal(file), "p");
        List<String> seen = new ArrayList<>();
        BuildPage page = BuildPage.read(store, BuildFilter.ALL, null, 3);
        page.builds().forEach(known -> seen.add(known.build().identity().id().value()));
        while (page.next() != null) {
            page = BuildPage.read(store, BuildFilter.ALL, page.next(), 3);
            page.builds()
                    .forEach(known -> seen.add(known.build().identity().id().value()));
        }
        assertThat(seen)
                .containsExactly(
                        "b0009", "b0008", "b0007", "b0006", "b0005", "b0004", "b0003", "b0002", "b0001", "b0000");
    }
}
