package dev.bengal.analysis;

import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Reading;
import dev.bengal.model.TotalMetric;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** What a change of the total time comes from: the phase that moved most, and how much of it is more input. */
public final class Explanation {
    private Explanation() {}

    /**
     * The phase that explains most of a change of the total time.
     *
     * @param phase its name; one at the top, since those inside of it are part of it
     * @param changeMillis of its median
     * @param share of the change of the total; above 1 where other phases made up for some of it
     */
    public record PhaseShare(String phase, double changeMillis, double share) {}

    /**
     * A growth in two factors, whose product it is.
     *
     * @param input such as 1.1 where there was 10 % more input
     * @param perItem such as 1.3 where each piece took 30 % longer
     */
    public record Growth(double input, double perItem) {
        /** The share of the whole growth, on the scale of logarithms, that is more input; empty where nothing grew. */
        public OptionalDouble inputShare() {
            double whole = Math.log(input) + Math.log(perItem);
            return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.log(input) / whole);
        }
    }

    /** Empty where the total did not move, or no phase moved with it. */
    public static Optional<PhaseShare> mostOf(List<BuildMetrics> before, List<BuildMetrics> after) {
        OptionalDouble total = change(before, after, TotalMetric.DURATION::of);
        if (total.isEmpty() || total.getAsDouble() == 0) {
            return Optional.empty();
        }
        double whole = total.getAsDouble();
        return phases(before, after).stream()
                .flatMap(phase -> change(before, after, build -> duration(build, phase)).stream()
                        .mapToObj(change -> new PhaseShare(phase, change, change / whole)))
                .filter(share -> share.share() > 0)
                .max(Comparator.comparingDouble(PhaseShare::share));
    }

    /**
     * Splits the growth of a metric by that of what the build worked through, such as {@code page_count} or {@code
     * phase.rendering.items_processed}. Empty where any of the four medians is missing or not above zero.
     */
    public static Optional<Growth> growth(
            String metric, String input, List<BuildMetrics> before, List<BuildMetrics> after) {
        OptionalDouble whole = ratio(before, after, metric);
        OptionalDouble more = ratio(before, after, input);
        return whole.isEmpty() || more.isEmpty()
                ? Optional.empty()
                : Optional.of(new Growth(more.getAsDouble(), whole.getAsDouble() / more.getAsDouble()));
    }

    private static OptionalDouble ratio(List<BuildMetrics> before, List<BuildMetrics> after, String metric) {
        Function<BuildMetrics, OptionalDouble> reading = build ->
                build.reading(metric).stream().mapToDouble(Reading::value).findFirst();
        OptionalDouble from = median(before, reading);
        OptionalDouble to = median(after, reading);
        boolean positive = from.orElse(0) > 0 && to.orElse(0) > 0;
        return positive ? OptionalDouble.of(to.getAsDouble() / from.getAsDouble()) : OptionalDouble.empty();
    }

    private static Set<String> phases(List<BuildMetrics> before, List<BuildMetrics> after) {
        Set<String> names = new LinkedHashSet<>();
        for (List<BuildMetrics> builds : List.of(before, after)) {
            builds.forEach(build -> build.phases().stream()
                    .filter(phase -> phase.parent() == null)
                    .forEach(phase -> names.add(phase.name())));
        }
        return names;
    }

    /** A phase that a build does not have took it no time, unless none of its phases was measured. */
    private static OptionalDouble duration(BuildMetrics build, String phase) {
        if (build.phases().isEmpty()) {
            return OptionalDouble.empty();
        }
        List<PhaseMetrics> named = build.phases().stream()
                .filter(one -> one.parent() == null && one.name().equals(phase))
                .toList();
        return named.isEmpty() ? OptionalDouble.of(0) : PhaseMetric.DURATION.of(named);
    }

    private static OptionalDouble change(
            List<BuildMetrics> before, List<BuildMetrics> after, Function<BuildMetrics, OptionalDouble> reading) {
        OptionalDouble from = median(before, reading);
        OptionalDouble to = median(after, reading);
        return from.isEmpty() || to.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(to.getAsDouble() - from.getAsDouble());
    }

    private static OptionalDouble median(List<BuildMetrics> builds, Function<BuildMetrics, OptionalDouble> reading) {
        double[] values = builds.stream()
                .map(Objects::requireNonNull)
                .flatMapToDouble(build -> reading.apply(build).stream())
                .toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(OrderStatistics.medianInPlace(values));
    }
}
