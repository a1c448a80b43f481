package dev.bengal.store;

import dev.bengal.journal.Journal;

/** The store that reads the journal itself, on files that many hands have written. */
class JournalStoreFileTest extends JournalFileContract {
    @Override
    BuildStore open(Journal journal) {
        return new JournalStore(journal, "docs");
    }
}
