package dev.bengal.store;

import dev.bengal.journal.Journal;
import java.nio.file.Path;

/** The store on a journal, as a store. */
class JournalStoreTest extends BuildStoreContract {
    @Override
    BuildStore open(Path folder) {
        return new JournalStore(new Journal(folder.resolve("history.jsonl")), "docs");
    }
}
