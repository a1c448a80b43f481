package dev.bengal.analysis.planted;

import dev.bengal.journal.Journal;
import java.nio.file.Path;

/** A violation that the architecture test has to find. */
public final class KnowsTheJournal {
    /** Reaches for a file. */
    public Journal journal() {
        return new Journal(Path.of("history.jsonl"));
    }
}
