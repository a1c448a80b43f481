package dev.bengal.store.columns;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.ReadingVisitor;
import dev.bengal.model.TotalMetric;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * What a build measured, in few bytes: for each value its metric's number, in seven bits a byte with the lowest first, and the
 * eight bytes of the value, the lowest first too.
 */
final class PackedReadings implements ReadingVisitor {
    private static final int LONGEST = 5 + Double.BYTES;

    private final MetricNumbers numbers;
    private byte[] bytes = new byte[800];
    private int size;
    private String lastPhase = "";
    private Map<PhaseMetric, Integer> lastNumbers = Map.of();

    private PackedReadings(MetricNumbers numbers) {
        this.numbers = numbers;
    }

    /** The readings of one build. */
    static PackedReadings of(BuildMetrics build, MetricNumbers numbers) {
        PackedReadings packed = new PackedReadings(numbers);
        build.visitReadings(packed);
        return packed;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void total(TotalMetric metric, double value) {
        put(MetricNumbers.of(metric), value);
    }

    @Override
    public void phase(String phase, PhaseMetric metric, double value) {
        if (!phase.equals(lastPhase)) {
            lastPhase = phase;
            lastNumbers = numbers.ofPhase(phase);
        }
        put(lastNumbers.getOrDefault(metric, 0), value);
    }

    /** Where a total was not measured, a measurement may stand for it. */
    @Override
    public void measurement(Measurement measurement) {
        put(numbers.of(measurement.metric()), measurement.value());
    }

    private void put(int number, double value) {
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

    /** Takes a reading. */
    interface Visitor {
        void reading(int metric, double value);
    }

    /** Shows all of them, in the order in which they were packed; of several of one metric, the first counts. */
    static void visit(byte[] packed, Visitor visitor) {
        ByteBuffer buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int number = 0;
            int shift = 0;
            byte piece;
            do {
                piece = buffer.get();
                number |= (piece & 0x7f) << shift;
                shift += 7;
            } while (piece < 0);
            visitor.reading(number, buffer.getDouble());
        }
    }
}
