/**
 * Builds by columns. A {@link dev.bengal.store.columns.Block} holds some thousand builds that follow each other in a journal, each column
 * packed by itself, so that a question reads the columns it needs of a million builds, and no row. Nothing here knows where the bytes are
 * kept.
 */
@NullMarked
package dev.bengal.store.columns;

import org.jspecify.annotations.NullMarked;
