package dev.bengal.store;

import dev.bengal.journal.Journal;
import dev.bengal.store.sql.SqliteIndex;
import java.nio.file.Path;

/** The store on a journal with an index, however small it is, as a store. */
class IndexedStoreTest extends BuildStoreContract {
    @Override
    BuildStore open(Path folder) {
        Journal journal = new Journal(folder.resolve("history.jsonl"));
        return new JournalStore(journal, "docs", new SqliteIndex(journal, "docs", 2), 0);
    }
}
