package dev.bengal.forge.planted;

import dev.bengal.store.BuildStore;

/** Planted: a forge is handed reports, and reads no history. */
public final class KnowsTheStore {
    /** The forbidden arrow. */
    public void know(BuildStore store) {
        store.events();
    }
}
