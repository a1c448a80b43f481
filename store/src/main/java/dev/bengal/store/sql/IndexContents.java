package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every question needs of an index, whatever it asks: which blocks there are, the builds behind them, and the words. It stays as it is
 * until more of the journal is read.
 *
 * @param mark of the index, which another one does not have
 * @param progress in the journal, which nothing is written without
 * @param words the texts behind their numbers
 */
record IndexContents(long mark, Optional<Progress> progress, List<BlockTable.Kept> blocks, Map<Integer, String> words) {

    /** Reads them once, however many ask. Safe for use by many threads. */
    static final class Known {
        private @Nullable IndexContents last;

        /** Those that a connection sees. */
        synchronized IndexContents of(Connection connection, BlockTable blocks) throws SQLException {
            long mark = blocks.mark();
            Optional<Progress> progress = Progress.read(connection);
            IndexContents found = last;
            if (found == null || found.mark != mark || !found.progress.equals(progress)) {
                found = new IndexContents(
                        mark, progress, List.copyOf(blocks.read()), Map.copyOf(Words.texts(connection)));
                last = found;
            }
            return found;
        }
    }
}
