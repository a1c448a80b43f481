package dev.bengal.store.columns;

import java.util.List;

/** What a block knows of each of its builds as a number, beside its texts and its readings. */
public enum Column {
    /** By which the index calls the build; rises within a block and from block to block. */
    NUMBER(0, Part.PLACES),
    /** Where its line begins in the journal, in bytes. */
    OFFSET(1, Part.PLACES),
    /** How long its line is, in bytes. */
    LENGTH(2, Part.PLACES),
    /** Its start, in {@link Micros}. */
    STARTED(3, Part.TIMES),
    /** Where it stands in a series: its commit's time, else its start, in {@link Micros}. */
    STANDS(4, Part.TIMES),
    /** 1 where its commit has a time, else 0. */
    DATED(5, Part.WORDS),
    /** The word for its project. */
    PROJECT(6, Part.WORDS),
    /** The word for its scenario. */
    SCENARIO(7, Part.WORDS),
    /** The word for its branch, or 0. */
    BRANCH(8, Part.WORDS),
    /** The word for the fingerprint of its environment. */
    ENVIRONMENT(9, Part.WORDS),
    /** The word for its outcome. */
    OUTCOME(10, Part.WORDS),
    /** 1 for a success out of a tree with changes, else 0. */
    DIRTY(11, Part.WORDS);

    /** All of them, each at its place. */
    static final List<Column> ALL = List.of(values());

    /** How many there are. */
    static final int COUNT = ALL.size();

    private final int place;
    private final Part part;

    Column(int place, Part part) {
        this.place = place;
        this.part = part;
    }

    /** With which others it is kept, since questions that need one of them need them all. */
    Part part() {
        return part;
    }

    /** Where it is kept; from 0, and each one behind the one before. */
    int place() {
        return place;
    }

    /** Columns that are kept together. */
    enum Part {
        PLACES(0),
        TIMES(1),
        WORDS(2);

        /** All of them. */
        static final List<Part> ALL = List.of(values());

        private final int number;

        Part(int number) {
            this.number = number;
        }

        /** Under which they are kept. */
        int number() {
            return number;
        }

        /** Which ones, in the order in which they are kept. */
        List<Column> columns() {
            return Column.ALL.stream().filter(column -> column.part == this).toList();
        }
    }
}
