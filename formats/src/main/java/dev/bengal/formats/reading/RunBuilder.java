package dev.bengal.formats.reading;

import dev.bengal.formats.FormatsException;
import dev.bengal.model.Commit;
import dev.bengal.model.Machine;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a run together from what its files say. A metric that comes a second time is refused, with both places. */
final class RunBuilder {
    private static final int NOTES_KEPT = 1000;

    private final Format format;
    private final Set<String> files = new LinkedHashSet<>();
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<PhaseMetrics> phases = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Instant time;
    private @Nullable Commit commit;
    private @Nullable Machine machine;
    private String tool;
    private Outcome outcome = Outcome.SUCCESS;
    private @Nullable Double wallMillis;

    RunBuilder(Format format) {
        this.format = format;
        this.tool = format.word();
    }

    RunBuilder file(String name) {
        files.add(name);
        return this;
    }

    /** A value that stands for itself. */
    void add(String place, Metric metric, double value) {
        add(place, metric, value, new double[0]);
    }

    /** A value that is the median of its samples. */
    void addMedian(String place, Metric metric, List<Double> samples) {
        double[] finite = finite(
                place, metric, samples.stream().mapToDouble(Double::doubleValue).toArray());
        if (finite.length > 0) {
            add(place, metric, median(finite), finite);
        }
    }

    /** A value with the samples behind it. NaN and infinities are left out with a note. */
    void add(String place, Metric metric, double value, double... samples) {
        if (!Double.isFinite(value)) {
            note(place + ": " + metric.name() + " is " + value + " and was left out.");
            return;
        }
        double[] finite = finite(place, metric, samples);
        String other = places.putIfAbsent(metric.name(), place);
        if (other != null) {
            throw new FormatsException(place + ": '" + metric.name() + "' stands at " + other
                    + " already, and which one counts cannot be told. Nothing was taken."
                    + " Where these are two runs, import them one after the other.");
        }
        measurements.put(
                metric.name(),
                new Measurement(metric, value, Arrays.stream(finite).boxed().toList(), format.word(), true));
    }

    private double[] finite(String place, Metric metric, double... samples) {
        double[] finite = Arrays.stream(samples).filter(Double::isFinite).toArray();
        if (finite.length < samples.length) {
            int left = samples.length - finite.length;
            note(place + ": " + left + " of " + samples.length + (samples.length == 1 ? " sample" : " samples") + " of "
                    + metric.name() + (left == 1 ? " is no finite number and was" : " are no finite numbers and were")
                    + " left out.");
        }
        return finite;
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    void note(String sentence) {
        if (notes.size() < NOTES_KEPT) {
            notes.add(sentence);
        }
    }

    /** When it began, as far as one file tells; the earliest counts. */
    void began(@Nullable Instant moment) {
        if (moment != null && (time == null || moment.isBefore(time))) {
            time = moment;
        }
    }

    void commit(@Nullable Commit measured) {
        commit = measured;
    }

    void machine(@Nullable Machine where) {
        machine = where;
    }

    void tool(String name) {
        tool = name;
    }

    void failed() {
        outcome = Outcome.FAILED;
    }

    /** More time of the whole. */
    void addWall(double millis) {
        if (Double.isFinite(millis)) {
            wallMillis = wallMillis == null ? millis : wallMillis + millis;
        }
    }

    void phase(PhaseMetrics phase) {
        phases.add(phase);
    }

    boolean isEmpty() {
        return measurements.isEmpty() && phases.isEmpty() && wallMillis == null;
    }

    ImportedRun build() {
        return new ImportedRun(
                format,
                List.copyOf(files),
                time,
                commit,
                machine,
                tool,
                outcome,
                wallMillis,
                phases,
                List.copyOf(measurements.values()),
                notes);
    }
}
