package dev.bengal.store;

import dev.bengal.journal.Journal;
import dev.bengal.store.sql.SqliteIndex;

/** The store that answers from its index, on files that many hands have written. */
class IndexedStoreFileTest extends JournalFileContract {
    @Override
    BuildStore open(Journal journal) {
        return new JournalStore(journal, "docs", new SqliteIndex(journal, "docs"), 0);
    }
}
