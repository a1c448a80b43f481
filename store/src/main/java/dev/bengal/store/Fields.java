package dev.bengal.store;

import dev.bengal.model.LateList;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, by type. A value of another type counts as absent and is noted. */
final class Fields {
    /** Beyond these, a calendar in another zone would run over its end. */
    private static final Instant FIRST = LocalDate.of(1, 1, 2).atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final Instant LAST =
            LocalDate.of(9999, 12, 30).atStartOfDay().toInstant(ZoneOffset.UTC);

    /** What is measured is far below, and sums and squares of such numbers are still numbers. */
    private static final double LARGEST = 1e24;

    /** What is nearer to nothing is nothing: shares of such numbers are none. */
    private static final double SMALLEST = 1e-24;

    private final Map<String, @Nullable Object> values;
    private final List<String> notes;

    Fields(Map<String, @Nullable Object> values, List<String> notes) {
        this.values = values;
        this.notes = notes;
    }

    Iterable<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether the key is there and its value is {@code null}. */
    boolean isNull(String key) {
        return values.containsKey(key) && values.get(key) == null;
    }

    boolean isNumber(String key) {
        return values.get(key) instanceof Number;
    }

    @Nullable
    String text(String key) {
        return value(key, String.class, "a string");
    }

    String text(String key, String fallback) {
        String text = text(key);
        return text == null || text.isBlank() ? fallback : text;
    }

    @Nullable
    Boolean flag(String key) {
        return value(key, Boolean.class, "true or false");
    }

    @Nullable
    Double number(String key) {
        Number number = value(key, Number.class, "a number");
        if (number == null) {
            return null;
        }
        double value = number.doubleValue();
        if (!isSensible(value)) {
            notes.add(key + " is too large a number");
            return null;
        }
        return clean(value);
    }

    /** Without -0.0, which is less than 0.0 to some and the same to others. */
    private static double clean(double value) {
        return Math.abs(value) < SMALLEST ? 0.0 : value;
    }

    private static boolean isSensible(double value) {
        return Math.abs(value) <= LARGEST;
    }

    /** A whole number; 7.0 is one too. */
    @Nullable
    Long count(String key) {
        if (values.get(key) instanceof Long whole) {
            return whole;
        }
        Double number = number(key);
        return number == null ? null : Math.round(number);
    }

    /** A time in the years 1 to 9999, to the microsecond, as databases keep it; without an offset it is UTC. */
    @Nullable
    Instant time(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        Instant time = parse(text);
        if (time == null || time.isBefore(FIRST) || time.isAfter(LAST)) {
            notes.add(key + " is not a time: " + text);
            return null;
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant parse(String text) {
        try {
            return RecordedTime.isOne(text)
                    ? RecordedTime.of(text)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** The object under this key; an empty one where there is none. */
    @SuppressWarnings("unchecked")
    Fields object(String key) {
        Map<?, ?> object = value(key, Map.class, "an object");
        return new Fields(object == null ? Map.of() : (Map<String, @Nullable Object>) object, notes);
    }

    /** The objects in the array under this key; what is no object is noted and left out. */
    @SuppressWarnings("unchecked")
    List<Fields> objects(String key) {
        return list(key).stream()
                .filter(element -> element instanceof Map || note(key + " holds something that is no object"))
                .map(element -> new Fields((Map<String, @Nullable Object>) element, notes))
                .toList();
    }

    /** The strings in the array under this key; what is none is noted and left out. */
    List<String> texts(String key) {
        return list(key).stream()
                .filter(element -> element instanceof String || note(key + " holds something that is no string"))
                .map(String.class::cast)
                .toList();
    }

    /** The numbers in the array under this key; what is none, or is too large, is noted and left out. */
    List<Double> numbers(String key) {
        return list(key).stream()
                .filter(element -> (element instanceof Number number && isSensible(number.doubleValue()))
                        || note(key + " holds something that is no number"))
                .map(element -> clean(((Number) element).doubleValue()))
                .toList();
    }

    /** Notes a sentence; false, so that it can end a condition. */
    boolean note(String sentence) {
        notes.add(sentence);
        return false;
    }

    /** What is made of the objects in the array under this key; later, where that is not read yet. */
    <T> List<T> all(String key, Function<Fields, Stream<T>> made) {
        // Nothing else of the line is held until then.
        return values.get(key) instanceof UnreadArray unread
                ? new LateList<>(() -> new Fields(Map.of(key, unread.read()), new ArrayList<>()).all(key, made))
                : objects(key).stream().flatMap(made).toList();
    }

    private List<?> list(String key) {
        if (values.get(key) instanceof UnreadArray unread) {
            return unread.read();
        }
        List<?> list = value(key, List.class, "an array");
        return list == null ? List.of() : list;
    }

    private <T> @Nullable T value(String key, Class<T> type, String what) {
        Object value = values.get(key);
        if (value != null && !type.isInstance(value)) {
            notes.add(key + " is not " + what);
            return null;
        }
        return type.cast(value);
    }
}
