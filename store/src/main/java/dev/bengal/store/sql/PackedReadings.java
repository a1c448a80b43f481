package dev.bengal.store.sql;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.ReadingVisitor;
import dev.bengal.model.TotalMetric;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;

/**
 * What a build measured, in few bytes: for each value its metric's number, in seven bits a byte with the lowest first, and the
 * eight bytes of the value, the lowest first too. Totals and all else are apart, since the totals are asked for most.
 */
final class PackedReadings implements ReadingVisitor {
    private final MetricNumbers numbers;
    private final ByteArrayOutputStream totals = new ByteArrayOutputStream(160);
    private final ByteArrayOutputStream others = new ByteArrayOutputStream(640);

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
        return totals.toByteArray();
    }

    byte[] others() {
        return others.toByteArray();
    }

    @Override
    public void total(TotalMetric metric, double value) {
        put(totals, numbers.of(metric.metric()), value);
    }

    @Override
    public void phase(String phase, PhaseMetric metric, double value) {
        put(others, numbers.ofPhase(phase, metric), value);
    }

    @Override
    public void measurement(Measurement measurement) {
        int number = numbers.of(measurement.metric());
        // Where a total was not measured, a measurement may stand for it.
        put(number < TotalMetric.ALL.size() ? totals : others, number, measurement.value());
    }

    private static void put(ByteArrayOutputStream packed, int number, double value) {
        int rest = number;
        while (rest >= 0x80) {
            packed.write(rest | 0x80);
            rest >>>= 7;
        }
        packed.write(rest);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            packed.write((int) (bits >>> shift));
        }
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
}
