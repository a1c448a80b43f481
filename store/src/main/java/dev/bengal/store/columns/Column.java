package dev.bengal.store.columns;

import java.util.List;

/** What a block knows of each of its builds as a number, beside its texts and its readings. */
public enum Column {
    /** By which the index calls the build; rises within a block and from block to block. */
    NUMBER(0),
    /** Where its line begins in the journal, in bytes. */
    OFFSET(1),
    /** How long its line is, in bytes. */
    LENGTH(2),
    /** Its start, in {@link Micros}. */
    STARTED(3),
    /** Where it stands in a series: its commit's time, else its start, in {@link Micros}. */
    STANDS(4),
    /** 1 where its commit has a time, else 0. */
    DATED(5),
    /** The word for its project. */
    PROJECT(6),
    /** The word for its scenario. */
    SCENARIO(7),
    /** The word for its branch, or 0. */
    BRANCH(8),
    /** The word for the fingerprint of its environment. */
    ENVIRONMENT(9),
    /** The word for its outcome. */
    OUTCOME(10),
    /** 1 for a success out of a tree with changes, else 0. */
    DIRTY(11);

    /** All of them, each at its place. */
    static final List<Column> ALL = List.of(values());

    /** How many there are. */
    static final int COUNT = ALL.size();

    private final int place;

    Column(int place) {
        this.place = place;
    }

    /** Where it is kept; from 0, and each one behind the one before. */
    int place() {
        return place;
    }
}
