package dev.bengal.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that never changes and is read when something of it is first asked for: of thousands of builds that are looked at most are only
 * counted, dated and sorted. Safe for use by many threads.
 */
public final class LateList<E> extends AbstractList<E> implements RandomAccess {
    private @Nullable Supplier<List<E>> unread;
    private volatile @Nullable List<E> elements;

    /** @param elements asked once */
    public LateList(Supplier<List<E>> elements) {
        this.unread = elements;
    }

    /** The same elements, which nobody changes any more; a late list as it is. */
    static <E> List<E> copyOf(List<E> list) {
        return list instanceof LateList ? list : List.copyOf(list);
    }

    private List<E> elements() {
        List<E> known = elements;
        return known == null ? read() : known;
    }

    private synchronized List<E> read() {
        List<E> known = elements;
        if (known == null) {
            Supplier<List<E>> reading = unread;
            known = reading == null ? List.of() : List.copyOf(reading.get());
            elements = known;
            unread = null;
        }
        return known;
    }

    @Override
    public E get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }
}
