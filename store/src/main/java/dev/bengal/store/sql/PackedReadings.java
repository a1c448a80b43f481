package dev.bengal.store.sql;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.ReadingVisitor;
import dev.bengal.model.TotalMetric;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a build measured, in few bytes: for each value its metric's number, in seven bits a byte with the lowest first, and the
 * eight bytes of the value, the lowest first too. Totals and all else are apart, since the totals are asked for most.
 */
final class PackedReadings implements ReadingVisitor {
    private final MetricNumbers numbers;
    private final Packed totals = new Packed(160);
    private final Packed others = new Packed(640);

    private String lastPhase = "";
    private Map<PhaseMetric, Integer> lastNumbers = Map.of();

    PackedReadings(MetricNumbers numbers) {
        this.numbers = numbers;
    }

    /** The readings of one build. */
    static PackedReadings of(BuildMetrics build, MetricNumbers numbers) {
        PackedReadings packed = new PackedReadings(numbers);
        build.visitReadings(packed);
        return packed;
    }

    byte[] totals() {
        return totals.bytes();
    }

    byte[] others() {
        return others.bytes();
    }

    @Override
    public void total(TotalMetric metric, double value) {
        totals.put(MetricNumbers.TOTALS.getOrDefault(metric, 0), value);
    }

    @Override
    public void phase(String phase, PhaseMetric metric, double value) {
        if (!phase.equals(lastPhase)) {
            lastPhase = phase;
            lastNumbers = numbers.ofPhase(phase);
        }
        others.put(lastNumbers.getOrDefault(metric, 0), value);
    }

    @Override
    public void measurement(Measurement measurement) {
        int number = numbers.of(measurement.metric());
        // Where a total was not measured, a measurement may stand for it.
        (number < TotalMetric.ALL.size() ? totals : others).put(number, measurement.value());
    }

    /** The value of one metric; of several under one number, the first. */
    static OptionalDouble find(byte[] packed, int number) {
        ByteBuffer buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int found = 0;
            int shift = 0;
            byte piece;
            do {
                piece = buffer.get();
                found |= (piece & 0x7f) << shift;
                shift += 7;
            } while (piece < 0);
            if (found == number) {
                return OptionalDouble.of(buffer.getDouble());
            }
            buffer.position(buffer.position() + Double.BYTES);
        }
        return OptionalDouble.empty();
    }

    /** Bytes that grow; a stream's are locked for each of them, and there are a thousand in a build. */
    private static final class Packed {
        private static final int LONGEST = 5 + Double.BYTES;

        private byte[] bytes;
        private int size;

        Packed(int capacity) {
            bytes = new byte[capacity];
        }

        void put(int number, double value) {
            if (bytes.length - size < LONGEST) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int rest = number;
            while (rest >= 0x80) {
                bytes[size++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[size++] = (byte) rest;
            long bits = Double.doubleToRawLongBits(value);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                bytes[size++] = (byte) (bits >>> shift);
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }
    }
}
