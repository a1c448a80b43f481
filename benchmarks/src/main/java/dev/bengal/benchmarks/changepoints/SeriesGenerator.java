package dev.bengal.benchmarks.changepoints;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes labelled series, the same for the same seed: log-normal noise, wild values, neighbours that are alike, machines that take
 * turns, a machine that is replaced, slow drift, and steps of 1 to 35 % either way.
 */
final class SeriesGenerator {
    /** What makes a series hard. */
    enum Kind {
        PLAIN,
        OUTLIERS,
        CORRELATED,
        MACHINES,
        REPLACED,
        DRIFT,
        ALL
    }

    private static final int[] LENGTHS = {40, 80, 150, 300, 600, 1000};
    private static final double[] NOISE = {0.005, 0.01, 0.02, 0.03, 0.05};
    private static final int SHORTEST_LEVEL = 10;
    private static final double WILD_SHARE = 0.04;

    private final SplittableRandom random;

    SeriesGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The next one: every third without any change. */
    LabelledSeries next(int number) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        int[] steps = number % 3 == 2 ? new int[0] : steps(length);
        double[] log = noise(length, kind);
        double level = random.nextDouble(2, 11);
        for (int i = 0, next = 0; i < length; i++) {
            if (next < steps.length && steps[next] == i) {
                level += step();
                next++;
            }
            log[i] += level;
        }
        int[] machines = machines(length, kind);
        addOffsets(log, machines);
        double[] values = Arrays.stream(log)
                .map(y -> Math.rint(1000 * Math.exp(y)) / 1000)
                .toArray();
        String id = String.format(Locale.ROOT, "fresh-%04d", number);
        return new LabelledSeries(id, kind.name().toLowerCase(Locale.ROOT), values, machines, steps);
    }

    private int[] steps(int length) {
        int most = Math.min(6, length / (2 * SHORTEST_LEVEL) - 1);
        int[] steps = random.ints(1 + random.nextInt(Math.max(1, most)), SHORTEST_LEVEL, length - SHORTEST_LEVEL)
                .sorted()
                .toArray();
        boolean apart = IntStream.range(1, steps.length).allMatch(i -> steps[i] - steps[i - 1] >= SHORTEST_LEVEL);
        return apart ? steps : steps(length);
    }

    private double step() {
        double size = Math.exp(random.nextDouble(Math.log(0.01), Math.log(0.35)));
        return random.nextBoolean() ? Math.log1p(size) : -Math.log1p(size);
    }

    private double[] noise(int length, Kind kind) {
        double spread = NOISE[random.nextInt(NOISE.length)];
        double correlation = kind == Kind.CORRELATED || kind == Kind.ALL ? random.nextDouble(0.25, 0.65) : 0;
        boolean wild = kind != Kind.PLAIN;
        double[] noise = new double[length];
        double before = gaussian();
        for (int i = 0; i < length; i++) {
            before = correlation * before + Math.sqrt(1 - correlation * correlation) * gaussian();
            noise[i] = spread * before + (wild && random.nextDouble() < WILD_SHARE ? wild() : 0);
        }
        if (kind == Kind.DRIFT) {
            addDrift(noise, spread);
        }
        return noise;
    }

    /** Something else ran: mostly slower, seldom faster. */
    private double wild() {
        double size = 0.05 - 0.3 * Math.log(1 - random.nextDouble());
        return random.nextDouble() < 0.9 ? size : -size / 3;
    }

    private void addDrift(double[] noise, double spread) {
        double whole = random.nextDouble(-4, 4) * spread;
        for (int i = 0; i < noise.length; i++) {
            noise[i] += whole * i / noise.length;
        }
    }

    private int[] machines(int length, Kind kind) {
        int[] machines = new int[length];
        if (kind == Kind.REPLACED) {
            int at = random.nextInt(length / 10, length - length / 10);
            Arrays.fill(machines, at, length, 1);
        } else if (kind == Kind.MACHINES || kind == Kind.ALL) {
            int count = 2 + random.nextInt(2);
            double rate = random.nextDouble(0.04, 0.5);
            int now = random.nextInt(count);
            for (int i = 0; i < length; i++) {
                now = random.nextDouble() < rate ? random.nextInt(count) : now;
                machines[i] = now;
            }
        }
        return machines;
    }

    private void addOffsets(double[] log, int[] machines) {
        double[] offsets = {0, offset(), offset()};
        for (int i = 0; i < log.length; i++) {
            log[i] += offsets[machines[i]];
        }
    }

    private double offset() {
        double size = random.nextDouble(0.02, 0.18);
        return random.nextInt(3) == 0 ? -size : size;
    }

    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
