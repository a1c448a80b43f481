/**
 * A history on a branch of a git repository: {@link dev.bengal.store.git.GitSync} brings in what is there, and sends what is not.
 *
 * <p>The branch has no commit in common with others. Its files are {@code bengal-history.json}, which says that it is one, and journals: one
 * or more for each month of the builds' starts ({@code 2026-03.jsonl}, {@code 2026-03.2.jsonl}), and for what was said about builds
 * ({@code events.jsonl}). A part that is full is not written any more, so that no file becomes huge. All is done by git's plumbing: neither the
 * working tree nor the index is read or written, and no hook runs.
 */
@NullMarked
package dev.bengal.store.git;

import org.jspecify.annotations.NullMarked;
