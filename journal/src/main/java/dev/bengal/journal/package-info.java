/**
 * The history as a file.
 *
 * <p>{@link dev.bengal.journal.MetricsDirectory} is the folder {@code .bengal-metrics/} and knows what lies where in it.
 * {@link dev.bengal.journal.Journal} is {@code history.jsonl}: it appends a line under a lock and walks the lines.
 * {@link dev.bengal.journal.RecordEncoder} turns a build into such a line. Reading a line back needs a JSON parser and is
 * the business of the store.
 */
@NullMarked
package dev.bengal.journal;

import org.jspecify.annotations.NullMarked;
