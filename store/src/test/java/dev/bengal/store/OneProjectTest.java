package dev.bengal.store;

import dev.bengal.journal.Journal;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OneProjectTest implements ProjectsContract {
    @TempDir
    private Path folder;

    private BuildStore of(String project) {
        return new OneProject(new JournalStore(new Journal(folder.resolve("history.jsonl")), "docs"), project);
    }

    @Override
    public BuildStore store() {
        return of("docs");
    }

    @Override
    public BuildStore ofShop() {
        return of("shop");
    }
}
