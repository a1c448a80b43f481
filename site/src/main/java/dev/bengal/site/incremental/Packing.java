package dev.bengal.site.incremental;

import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other; {@link Unpacking} reads them in the same order. */
final class Packing {
    private static final int LARGE = 1 << 15;

    private ByteBuffer bytes = ByteBuffer.allocate(2 * LARGE);

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int capacity = Math.max(bytes.capacity() * 2, bytes.position() + more);
            bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
        }
        return bytes;
    }

    void number(long number) {
        room(Long.BYTES).putLong(number);
    }

    void count(int count) {
        room(Integer.BYTES).putInt(count);
    }

    void flag(boolean flag) {
        room(1).put((byte) (flag ? 1 : 0));
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        count(encoded.length);
        room(encoded.length).put(encoded);
    }

    void texts(List<String> texts) {
        count(texts.size());
        texts.forEach(this::text);
    }

    void answers(Map<String, Long> answers) {
        count(answers.size());
        answers.forEach((question, answer) -> {
            text(question);
            number(answer);
        });
    }

    void mapping(YamlMapping mapping) {
        count(mapping.entries().size());
        for (Map.Entry<String, YamlEntry> entry : mapping.entries().entrySet()) {
            text(entry.getKey());
            count(entry.getValue().line());
            value(entry.getValue().value());
        }
    }

    private void value(@Nullable Object value) {
        Kind kind = Kind.ofValue(value);
        room(1).put(kind.sign);
        switch (kind) {
            case NOTHING -> {}
            case TEXT, WHOLE, DECIMAL -> text(String.valueOf(value));
            case FLAG -> flag(Boolean.TRUE.equals(value));
            case LIST -> list((List<?>) java.util.Objects.requireNonNull(value));
            case MAPPING -> mapping((YamlMapping) java.util.Objects.requireNonNull(value));
        }
    }

    private void list(List<?> list) {
        count(list.size());
        list.forEach(this::value);
    }

    /** Bytes that were packed before. */
    void copy(byte[] from, int at, int length) {
        room(length).put(from, at, length);
    }

    /** What some work packs, with its length in front. */
    void block(Runnable work) {
        count(0);
        int start = bytes.position();
        work.run();
        bytes.putInt(start - Integer.BYTES, bytes.position() - start);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Writes what was packed so far, and starts anew. */
    void moveTo(OutputStream out) throws IOException {
        out.write(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    /** Writes what was packed so far if it is worth a call of the system. */
    void moveLargeTo(OutputStream out) throws IOException {
        if (bytes.position() >= LARGE) {
            moveTo(out);
        }
    }

    /** What a value of YAML may be. */
    enum Kind {
        NOTHING('-'),
        TEXT('t'),
        FLAG('f'),
        WHOLE('w'),
        DECIMAL('d'),
        LIST('l'),
        MAPPING('m');

        private static final List<Kind> ALL = List.of(values());

        private final byte sign;

        Kind(char sign) {
            this.sign = (byte) sign;
        }

        /** The one that a sign stands for. */
        static Kind of(byte sign) throws MemoryFile.Unreadable {
            for (Kind kind : ALL) {
                if (kind.sign == sign) {
                    return kind;
                }
            }
            throw new MemoryFile.Unreadable();
        }

        static Kind ofValue(@Nullable Object value) {
            if (value == null) {
                return NOTHING;
            }
            if (value instanceof String) {
                return TEXT;
            }
            if (value instanceof Boolean) {
                return FLAG;
            }
            if (value instanceof Integer || value instanceof Long || value instanceof java.math.BigInteger) {
                return WHOLE;
            }
            if (value instanceof Double) {
                return DECIMAL;
            }
            if (value instanceof YamlMapping) {
                return MAPPING;
            }
            if (value instanceof List<?>) {
                return LIST;
            }
            throw new IllegalArgumentException(
                    "no kind for a " + value.getClass().getName());
        }

        /** Whether a value, with all that is in it, can be packed. */
        static boolean knows(@Nullable Object value) {
            if (value instanceof YamlMapping mapping) {
                return mapping.entries().values().stream().allMatch(entry -> knows(entry.value()));
            }
            if (value instanceof List<?> list) {
                return list.stream().allMatch(Kind::knows);
            }
            return value == null
                    || value instanceof String
                    || value instanceof Boolean
                    || value instanceof Integer
                    || value instanceof Long
                    || value instanceof java.math.BigInteger
                    || value instanceof Double;
        }
    }
}
