/**
 * Looking after a history: {@link dev.bengal.store.upkeep.Doctor} sets damaged lines aside, {@link
 * dev.bengal.store.upkeep.Pruning} thins old builds into an archive, {@link dev.bengal.store.upkeep.Union} brings another history
 * in. None of them loses a byte: what leaves the history is on the disk elsewhere before it is gone from there.
 */
@NullMarked
package dev.bengal.store.upkeep;

import org.jspecify.annotations.NullMarked;
