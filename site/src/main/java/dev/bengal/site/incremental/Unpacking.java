package dev.bengal.site.incremental;

import dev.bengal.site.incremental.Packing.Kind;
import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packing} wrote, and trusts no number in it. */
final class Unpacking {
    private static final int DEEPEST = 100;

    private final ByteBuffer bytes;

    Unpacking(byte[] packed, int from, int length) {
        bytes = ByteBuffer.wrap(packed, from, length);
    }

    /** A record, which is only found and not read. */
    <T> Packed<T> block(Packed.Format<T> format) throws MemoryFile.Unreadable {
        int length = count();
        int from = bytes.position();
        bytes.position(from + length);
        return new Packed<>(format, bytes.array(), from, length);
    }

    private void require(int length) throws MemoryFile.Unreadable {
        if (length < 0 || length > bytes.remaining()) {
            throw new MemoryFile.Unreadable();
        }
    }

    long number() throws MemoryFile.Unreadable {
        require(Long.BYTES);
        return bytes.getLong();
    }

    private int integer() throws MemoryFile.Unreadable {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    /** How many of something follow, each of which takes a byte at least. */
    int count() throws MemoryFile.Unreadable {
        int count = integer();
        require(count);
        return count;
    }

    boolean flag() throws MemoryFile.Unreadable {
        return octet() != 0;
    }

    private byte octet() throws MemoryFile.Unreadable {
        require(1);
        return bytes.get();
    }

    String text() throws MemoryFile.Unreadable {
        int length = count();
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    List<String> texts() throws MemoryFile.Unreadable {
        int count = count();
        List<String> texts = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    Map<String, Long> answers() throws MemoryFile.Unreadable {
        int count = count();
        Map<String, Long> answers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            answers.put(text(), number());
        }
        return answers;
    }

    YamlMapping mapping() throws MemoryFile.Unreadable {
        return mapping(0);
    }

    private YamlMapping mapping(int depth) throws MemoryFile.Unreadable {
        if (depth > DEEPEST) {
            throw new MemoryFile.Unreadable();
        }
        int count = count();
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String key = text();
            int line = integer();
            entries.put(key, new YamlEntry(value(depth + 1), line));
        }
        return new YamlMapping(entries);
    }

    private @Nullable Object value(int depth) throws MemoryFile.Unreadable {
        Kind kind = Kind.of(octet());
        return switch (kind) {
            case NOTHING -> null;
            case TEXT -> text();
            case FLAG -> flag();
            case WHOLE -> whole(text());
            case DECIMAL -> decimal(text());
            case LIST -> list(depth);
            case MAPPING -> mapping(depth);
        };
    }

    private List<@Nullable Object> list(int depth) throws MemoryFile.Unreadable {
        if (depth > DEEPEST) {
            throw new MemoryFile.Unreadable();
        }
        int count = count();
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(value(depth + 1));
        }
        return list;
    }

    /** As the parser has it: in the smallest of its three types. */
    private static Number whole(String digits) throws MemoryFile.Unreadable {
        try {
            BigInteger number = new BigInteger(digits);
            if (number.bitLength() < Integer.SIZE) {
                return number.intValue();
            }
            return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
        } catch (NumberFormatException e) {
            throw new MemoryFile.Unreadable();
        }
    }

    private static Double decimal(String digits) throws MemoryFile.Unreadable {
        try {
            return Double.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new MemoryFile.Unreadable();
        }
    }
}
