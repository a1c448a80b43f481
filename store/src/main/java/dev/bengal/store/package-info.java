/**
 * Histories, read back.
 *
 * <p>{@link dev.bengal.store.BuildRecordReader} turns one line into a {@link dev.bengal.store.HistoryLine}, whichever
 * version wrote it. {@link dev.bengal.store.BuildStore} is what the rest of the program asks;
 * {@link dev.bengal.store.JournalStore} answers from the journal.
 */
@NullMarked
package dev.bengal.store;

import org.jspecify.annotations.NullMarked;
