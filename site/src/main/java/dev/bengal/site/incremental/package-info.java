/**
 * What one build leaves for the next, so that this makes only what would be different.
 *
 * <p>{@link dev.bengal.site.incremental.DocumentRecord} decides: a document stands as long as what went into it has the same
 * checksum, every question that its text asked about the rest of the site has the same answer, and its file is as it was left.
 * {@link dev.bengal.site.incremental.SiteMemory} holds the records, {@link dev.bengal.site.incremental.MemoryFile} keeps them.
 */
@NullMarked
package dev.bengal.site.incremental;

import org.jspecify.annotations.NullMarked;
