package dev.bengal.site.incremental;

import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of what a template sees: maps, lists, texts, numbers, yes or no, times, enums, null and whatever is
 * {@link Checksummed}. A value that is the same object as in the last model, as the one about the site is, is not looked at
 * again. For one thread.
 */
public final class ModelChecksum {
    private final Map<String, Seen> last = new HashMap<>();

    /**
     * That of a model.
     *
     * @throws IllegalArgumentException if the model holds something that cannot be told apart
     */
    public long of(Map<String, ?> model) {
        long sum = model.size();
        for (Map.Entry<String, ?> entry : model.entrySet()) {
            sum += new Checksum()
                    .add(entry.getKey())
                    .add(remembered(entry.getKey(), entry.getValue()))
                    .value();
        }
        return sum;
    }

    private long remembered(String key, @Nullable Object value) {
        Seen seen = last.get(key);
        if (seen != null && value != null && seen.value == value) {
            return seen.checksum;
        }
        long checksum = value(value);
        if (value instanceof Map<?, ?>) {
            last.put(key, new Seen(value, checksum));
        }
        return checksum;
    }

    private static long value(@Nullable Object value) {
        if (value == null) {
            return 1;
        }
        if (value instanceof Checksummed summed) {
            return summed.checksum();
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Collection<?> collection) {
            return collection(collection);
        }
        if (isPlain(value)) {
            return Checksum.of(value.toString());
        }
        throw new IllegalArgumentException("a " + value.getClass().getName()
                + " in a model: it must be Checksummed, or pages would not be made again when it changes");
    }

    private static boolean isPlain(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof TemporalAccessor;
    }

    /** Where the order means nothing it may differ from run to run, and where it may mean something it counts. */
    private static long map(Map<?, ?> map) {
        boolean ordered = !(map.getClass() == HashMap.class || isImmutable(map));
        Checksum inOrder = new Checksum().add(map.size());
        long sum = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            long both = new Checksum()
                    .add(value(entry.getKey()))
                    .add(value(entry.getValue()))
                    .value();
            sum += both;
            inOrder.add(ordered ? both : 0);
        }
        return inOrder.add(sum).value();
    }

    private static long collection(Collection<?> collection) {
        boolean ordered =
                !(collection instanceof Set<?> && (collection.getClass() == HashSet.class || isImmutable(collection)));
        Checksum inOrder = new Checksum().add(collection.size()).add(2);
        long sum = 0;
        for (Object element : collection) {
            long one = value(element);
            sum += one;
            inOrder.add(ordered ? one : 0);
        }
        return inOrder.add(sum).value();
    }

    /** What {@code Map.of} and {@code Set.of} make, whose order differs from run to run. */
    private static boolean isImmutable(Object collection) {
        return collection.getClass().getName().startsWith("java.util.ImmutableCollections");
    }

    private record Seen(Object value, long checksum) {}
}
