package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * The unit of a metric, by the symbol that a record carries. Open, since an imported result may bring any unit.
 *
 * @param symbol such as {@code ms}; empty for a plain number
 */
public record Unit(String symbol) {
    /** Thousandths of a second. */
    public static final Unit MILLISECONDS = new Unit("ms");
    /** Bytes / 1024 / 1024; {@code MB} in keys and tables. */
    public static final Unit MEBIBYTES = new Unit("MB");
    /** A number of things. */
    public static final Unit COUNT = new Unit("count");
    /** A plain number. */
    public static final Unit NONE = new Unit("");

    // Written out, as in BuildId: what a record has of its own is put together at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unit unit && symbol.equals(unit.symbol);
    }

    @Override
    public int hashCode() {
        return symbol.hashCode();
    }
}
