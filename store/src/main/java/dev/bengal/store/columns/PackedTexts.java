package dev.bengal.store.columns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts, each different one kept once: builds of one commit follow each other.
 *
 * <p>How many different ones there are, for each place which one (0 where there is none), how long each is in UTF-8, and their bytes.
 */
final class PackedTexts {
    private final byte[] bytes;
    private final PackedNumbers which;
    private final PackedNumbers lengths;

    /** Where each text ends; made when it is first asked for, and not at all where all are of one length. */
    private volatile int @Nullable [] ends;

    private PackedTexts(byte[] bytes, PackedNumbers which, PackedNumbers lengths) {
        this.bytes = bytes;
        this.which = which;
        this.lengths = lengths;
    }

    static byte[] pack(List<? extends @Nullable String> texts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        long[] which = new long[texts.size()];
        for (int i = 0; i < which.length; i++) {
            String text = texts.get(i);
            if (text != null) {
                Integer known = numbers.putIfAbsent(text, numbers.size() + 1);
                which[i] = known == null ? numbers.size() : known;
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long[] lengths = new long[numbers.size()];
        int next = 0;
        for (String text : numbers.keySet()) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            lengths[next++] = encoded.length;
            all.writeBytes(encoded);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(PackedNumbers.pack(new long[] {lengths.length}, 1));
        packed.writeBytes(PackedNumbers.pack(which, which.length));
        packed.writeBytes(PackedNumbers.pack(lengths, lengths.length));
        packed.writeBytes(all.toByteArray());
        return packed.toByteArray();
    }

    static PackedTexts of(byte[] bytes, int count) {
        PackedNumbers different = PackedNumbers.of(bytes, 0, 1);
        PackedNumbers which = PackedNumbers.of(bytes, different.end(), count);
        PackedNumbers lengths = PackedNumbers.of(bytes, which.end(), Math.toIntExact(different.get(0)));
        return new PackedTexts(bytes, which, lengths);
    }

    /** Which of the different texts is at a place, from 1; 0 where none is. */
    int which(int at) {
        return (int) which.get(at);
    }

    /** How many different ones there are. */
    int different() {
        return lengths.count();
    }

    /** One of the different texts, from 1. */
    String text(int which) {
        int length = (int) lengths.get(which - 1);
        return new String(bytes, end(which) - length, length, StandardCharsets.UTF_8);
    }

    private int end(int which) {
        if (lengths.isConstant()) {
            return lengths.end() + which * (int) lengths.get(0);
        }
        int[] known = ends;
        if (known == null) {
            known = ends();
            ends = known;
        }
        return known[which - 1];
    }

    private int[] ends() {
        int[] all = new int[lengths.count()];
        int end = lengths.end();
        for (int i = 0; i < all.length; i++) {
            end = Math.addExact(end, Math.toIntExact(lengths.get(i)));
            all[i] = end;
        }
        return all;
    }

    @Nullable
    String get(int at) {
        int which = which(at);
        return which == 0 ? null : text(which);
    }
}
