package dev.bengal.cli.judge;

import dev.bengal.analysis.Baseline;
import dev.bengal.analysis.Budgets;
import dev.bengal.analysis.CommitComparison;
import dev.bengal.analysis.LevelComparison;
import dev.bengal.analysis.PerformanceValidator;
import dev.bengal.analysis.Thresholds;
import dev.bengal.analysis.Validation;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Reading;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.report.text.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Judges builds of a history, and says so in a report. */
public final class BuildJudge {
    private final Thresholds thresholds;
    private final Budgets budgets;

    public BuildJudge(Thresholds thresholds, Budgets budgets) {
        this.thresholds = thresholds;
        this.budgets = budgets;
    }

    /**
     * Holds a candidate against the level that the history stands on.
     *
     * @param history without what is no ancestor of the candidate; the candidate may be among it
     * @param candidate successes of one commit, scenario and environment, at least one
     */
    public JudgedReport check(JudgedHistory history, JudgedSide candidate, List<String> notes) {
        return check(history, candidate, notes, Set.of());
    }

    /** The same after the candidate was built again, for these metrics being suspicious. */
    public JudgedReport check(JudgedHistory history, JudgedSide candidate, List<String> notes, Set<String> suspects) {
        PerformanceValidator validator = new PerformanceValidator(thresholds, budgets, history.order());
        List<BuildMetrics> earlier = history.material();
        LevelComparison comparison = validator.against(earlier, history.accepted(), candidate.builds());
        Validation validation = comparison.confirm(suspects);
        Metric leading = leading(candidate.builds());
        Baseline level = comparison.baseline(leading);
        Map<BuildId, BuildMetrics> known = byId(earlier);
        JudgedSide base = new JudgedSide("the current level", builds(level, known));
        List<String> more = new ArrayList<>(notes);
        if (level.missing() > 0) {
            more.add(0, withoutBaseline(level, leading));
        }
        return new Assembly(base, candidate, validation, metric -> builds(comparison.baseline(metric), known))
                .report(List.of(), more);
    }

    /** The one whose baseline is named: the time, or what else varies where no time was measured, as of imported results. */
    private static Metric leading(List<BuildMetrics> candidate) {
        Metric time = TotalMetric.DURATION.metric();
        List<Metric> measured = candidate.stream()
                .flatMap(build -> build.readings().stream())
                .map(Reading::metric)
                .toList();
        return measured.contains(time)
                ? time
                : measured.stream()
                        .filter(metric -> metric.noise() != NoiseClass.EXACT)
                        .findFirst()
                        .orElse(time);
    }

    private static String withoutBaseline(Baseline level, Metric leading) {
        int known = level.points().size();
        return "there is no baseline yet: " + known + (known == 1 ? " build" : " builds") + " of other commits can be"
                + " held against, and it takes " + Baseline.FEWEST_BUILDS + ". Until " + level.missing()
                + (level.missing() == 1 ? " more is" : " more are")
                + " recorded, no growth of "
                + (leading.equals(TotalMetric.DURATION.metric()) ? "the time" : Label.printable(leading.name()))
                + " is seen, however large.";
    }

    private static Map<BuildId, BuildMetrics> byId(List<BuildMetrics> builds) {
        Map<BuildId, BuildMetrics> known = new HashMap<>();
        builds.forEach(build -> known.put(build.identity().id(), build));
        return known;
    }

    private static List<BuildMetrics> builds(Baseline level, Map<BuildId, BuildMetrics> known) {
        return level.points().stream()
                .map(Series.Point::build)
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Holds the builds of one commit against those of another.
     *
     * @param history of the base: what is no ancestor of it is left out already
     */
    public JudgedReport compare(JudgedHistory history, JudgedSide base, JudgedSide candidate, List<String> notes) {
        PerformanceValidator validator = new PerformanceValidator(thresholds, new Budgets(List.of()), history.order());
        BuildMetrics newest = base.builds().get(base.builds().size() - 1);
        List<BuildMetrics> upToBase = history.material().stream()
                .filter(build -> history.order().builds().compare(build, newest) <= 0)
                .toList();
        CommitComparison comparison =
                validator.against(upToBase, history.accepted(), base.builds(), candidate.builds());
        Validation validation = comparison.validation();
        List<String> more = new ArrayList<>(notes);
        if (comparison.levelBuilds() > 0) {
            more.add(0, ofLevel(comparison.levelBuilds()));
        }
        Map<BuildId, BuildMetrics> known = byId(upToBase);
        known.putAll(byId(base.builds()));
        return new Assembly(
                        base,
                        candidate,
                        validation,
                        metric -> comparison
                                .level(metric)
                                .map(level -> builds(level, known))
                                .orElse(base.builds()))
                .report(Obstacles.between(base, candidate), more);
    }

    private static String ofLevel(int builds) {
        return "the base was built fewer than " + Baseline.FEWEST_BUILDS
                + " times: what varies is held against the level"
                + " that it stands on, of up to " + builds
                + " builds, whose medians are shown as before; counts, and what"
                + " is off that level, are its own.";
    }
}
