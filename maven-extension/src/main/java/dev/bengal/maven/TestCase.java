package dev.bengal.maven;

import dev.bengal.model.Direction;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import java.util.List;

/** A test as a report tells of it. */
record TestCase(String name, double millis, Ending ending) {
    private static final int LONGEST_NAME = 200;

    /** How it ended. */
    enum Ending {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** @param type the class; it and the method may hold anything, since both may be names for people */
    static TestCase of(String type, String method, double millis, Ending ending) {
        String name = (type.isBlank() ? method : type + "." + method)
                .replaceAll("[\\p{C}\\s]+", " ")
                .strip();
        return new TestCase(name.substring(0, Math.min(LONGEST_NAME, name.length())), millis, ending);
    }

    Measurement measurement() {
        return new Measurement(
                new Metric("test." + name + ".duration_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY),
                millis,
                List.of(),
                TestReports.SOURCE,
                true);
    }
}
