package dev.bengal.store.columns;

import org.jspecify.annotations.Nullable;

/** Some thousand builds by columns, each of which is read when it is first needed. Safe for use by many threads where its source is. */
public final class Block {
    /** Where what is kept; before them the columns, in three parts. */
    static final int IDS = 16;

    static final int COMMITS = 17;
    static final int FIRST_METRIC = 32;

    private final int size;
    private final long first;
    private final long last;
    private final Source source;
    private final @Nullable PackedNumbers[] numbers = new PackedNumbers[Column.COUNT];
    private @Nullable PackedTexts ids;
    private @Nullable PackedTexts commits;

    /** Where the bytes of a block come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * One part, as a {@link BlockBuilder} packed it, whole.
         *
         * @return null where there is none
         */
        byte @Nullable [] part(int part);
    }

    /**
     * A block that is kept somewhere.
     *
     * @param size how many builds it holds
     * @param first the number of its first build
     * @param last that of its last
     */
    public Block(int size, long first, long last, Source source) {
        this.size = size;
        this.first = first;
        this.last = last;
        this.source = source;
    }

    /** Where a metric's values are kept. */
    static int part(int metric) {
        return FIRST_METRIC + metric;
    }

    /** How many builds it holds. */
    public int size() {
        return size;
    }

    /** What stands there for the build at a place, from 0. */
    public long get(Column column, int at) {
        return numbers(column).get(at);
    }

    PackedNumbers numbers(Column column) {
        PackedNumbers known = numbers[column.place()];
        return known == null ? read(column) : known;
    }

    /** Reads all columns of a part. */
    private PackedNumbers read(Column wanted) {
        byte[] bytes = require(source.part(wanted.part().number()));
        int next = 0;
        PackedNumbers found = null;
        for (Column column : wanted.part().columns()) {
            PackedNumbers packed = PackedNumbers.of(bytes, next, size);
            numbers[column.place()] = packed;
            next = packed.end();
            found = column == wanted ? packed : found;
        }
        return require(found);
    }

    /** Compares where two builds stand in a series: by time, then start, then id. */
    int compare(int at, Block other, int otherAt) {
        int comparison = Long.compare(get(Column.STANDS, at), other.get(Column.STANDS, otherAt));
        if (comparison == 0) {
            comparison = Long.compare(get(Column.STARTED, at), other.get(Column.STARTED, otherAt));
        }
        return comparison == 0 ? id(at).compareTo(other.id(otherAt)) : comparison;
    }

    /** Whether each of its builds stands behind the one before in a series. */
    public boolean isInOrder() {
        for (int at = 1; at < size; at++) {
            if (compare(at - 1, this, at) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The id of the build at a place. */
    public String id(int at) {
        PackedTexts known = ids;
        if (known == null) {
            known = texts(IDS);
            ids = known;
        }
        return require(known.get(at));
    }

    PackedTexts commits() {
        PackedTexts known = commits;
        if (known == null) {
            known = texts(COMMITS);
            commits = known;
        }
        return known;
    }

    private PackedTexts texts(int part) {
        return PackedTexts.of(require(source.part(part)), size);
    }

    /** The values of a metric, by place, NaN where there is none; null where no build has one. */
    public double @Nullable [] values(int metric) {
        byte[] bytes = source.part(part(metric));
        return bytes == null ? null : PackedValues.unpack(bytes, size);
    }

    static <T> T require(@Nullable T part) {
        if (part == null) {
            throw new DamagedBlockException("a part of it is missing");
        }
        return part;
    }

    /** The place of the build of this number; negative where it is not in here. */
    public int find(long number) {
        if (number < first || number > last) {
            return -1;
        }
        PackedNumbers rising = numbers(Column.NUMBER);
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            long there = rising.get(middle);
            if (there == number) {
                return middle;
            }
            if (there < number) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }
}
