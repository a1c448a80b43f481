package dev.bengal.analysis.changepoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A series of one of the shapes that histories have, the same for the same name and number always. */
record MadeUpSeries(String name, double[] values, int[] machines) {
    private static final int EACH = 8;

    /** Several of every shape. */
    static List<MadeUpSeries> all() {
        List<MadeUpSeries> all = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            for (int number = 0; number < EACH; number++) {
                all.add(new Drawing(shape, number).series());
            }
        }
        return all;
    }

    private enum Shape {
        QUIET,
        ONE_STEP,
        STEPS,
        LATE_STEP,
        SLOPE,
        TURNS,
        TURNS_AND_STEP,
        HANDOVER,
        TO_AND_FRO,
        JUMPS,
        COUNTS,
        WILD
    }

    private static final class Drawing {
        private final Shape shape;
        private final int number;
        private final SplittableRandom random;
        private final double noise;
        private final double[] values;
        private final int[] machines;

        Drawing(Shape shape, int number) {
            this.shape = shape;
            this.number = number;
            random = new SplittableRandom(1000L * shape.ordinal() + number);
            noise = 0.005 * (1 + number % 4 * 3);
            int length = 20 + random.nextInt(number % 2 == 0 ? 60 : 260);
            values = new double[length];
            machines = new int[length];
        }

        MadeUpSeries series() {
            double level = 100;
            int machine = 0;
            int change = shape == Shape.LATE_STEP ? values.length - 3 - number : values.length / 3 + number;
            double step = 1 + (number % 2 == 0 ? 1 : -0.7) * (0.03 + 0.05 * number);
            for (int i = 0; i < values.length; i++) {
                level *= isStep(i, change) ? step : 1;
                machine = machine(i, machine, change);
                machines[i] = machine;
                values[i] = value(i, level, machine);
            }
            return new MadeUpSeries(shape.name().toLowerCase(Locale.ROOT) + "-" + number, values, machines);
        }

        private boolean isStep(int i, int change) {
            return switch (shape) {
                case ONE_STEP, LATE_STEP, TURNS_AND_STEP, COUNTS, WILD, HANDOVER -> i == change;
                case STEPS -> i > 0 && i % (18 + number) == 0;
                default -> false;
            };
        }

        private int machine(int i, int machine, int change) {
            return switch (shape) {
                case TURNS, TURNS_AND_STEP -> random.nextInt(6) == 0 ? random.nextInt(2 + number % 3) : machine;
                case HANDOVER -> i < change ? 0 : 1;
                default -> 0;
            };
        }

        private double value(int i, double level, int machine) {
            double value = level * Math.exp(noise * gaussian()) * (1 + 0.12 * machine);
            return switch (shape) {
                case SLOPE -> value * (1 + 0.004 * (1 + number) * i);
                case TO_AND_FRO -> value * (i / (6 + number) % 2 == 0 ? 1 : 1.25);
                case JUMPS -> value * (random.nextInt(7) == 0 ? 1.4 : 1);
                case COUNTS -> Math.rint(value / 10);
                case WILD -> value * (random.nextInt(12) == 0 ? 1 + 2 * random.nextDouble() : 1);
                default -> value;
            };
        }

        /** Twelve uniform numbers are near enough, and the same everywhere. */
        private double gaussian() {
            double sum = -6;
            for (int i = 0; i < 12; i++) {
                sum += random.nextDouble();
            }
            return sum;
        }
    }
}
