package dev.bengal.store;

import dev.bengal.model.sample.SampleBuild;

/** The store that a contract is held against. */
interface TestedStore {
    /** An empty one at the beginning of each test. */
    BuildStore store();

    /** Keeps a build with this id and start. */
    default void append(String id, String start) {
        store().append(SampleBuild.id(id).start(start).build());
    }
}
