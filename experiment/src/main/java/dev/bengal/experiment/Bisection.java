package dev.bengal.experiment;

import dev.bengal.analysis.bisect.BisectResult;
import dev.bengal.analysis.bisect.BisectSearch;
import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.analysis.bisect.CommitStep.Standing;
import dev.bengal.analysis.bisect.TwoLevels;
import dev.bengal.analysis.bisect.TwoLevels.Side;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the commit that made a metric another one, by building as few as possible, each as often as it takes to be sure. */
public final class Bisection {
    static final int MOST_REUSED = 20;

    private final List<String> commits;
    private final CommitBuilds source;
    private final Plan plan;
    private final Consumer<CommitStep> progress;
    private final Map<String, CommitSample> samples = new HashMap<>();
    private final List<CommitStep> steps = new ArrayList<>();

    /**
     * What is looked for.
     *
     * @param metric its name
     * @param runs at most so many builds of a commit
     * @param limit the least difference that is worth a search, as a share
     */
    public record Plan(String metric, int runs, double limit) {}

    /**
     * A search that has not begun.
     *
     * @param commits full hashes: the good one, then those that led from it to the bad one, which is the last
     * @param progress told of each commit when it is done
     */
    public Bisection(List<String> commits, CommitBuilds source, Plan plan, Consumer<CommitStep> progress) {
        this.commits = List.copyOf(commits);
        this.source = source;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Searches, once.
     *
     * @throws ExperimentException where one of the ends does not build, or the plan has too few runs for the metric
     */
    public BisectResult run() {
        MeasuredMetric.known(plan.metric()).ifPresent(this::requireEnough);
        CommitSample bad = sample(commits.size() - 1);
        CommitSample good = sample(0);
        try (bad;
                good) {
            Metric metric = MeasuredMetric.in(grown(bad, 1, null), plan.metric());
            requireEnough(metric);
            BuildMetrics like = bad.builds().get(0);
            TwoLevels levels = levels(good, bad, metric, like);
            boolean isWorthASearch = isWorthASearch(levels);
            told(good.step(isWorthASearch ? Standing.GOOD : Standing.MEASURED, plan.metric(), ""));
            told(bad.step(isWorthASearch ? Standing.BAD : Standing.MEASURED, plan.metric(), ""));
            if (!isWorthASearch) {
                return new BisectResult(
                        metric, levels.effect(), false, commits.size() - 1, commits.get(0), List.of(), null, steps);
            }
            good.close();
            bad.close();
            return search(metric, levels, like);
        }
    }

    /** With fewer, no commit would ever be told, and all of them would be built. */
    private void requireEnough(Metric metric) {
        int fewest = TwoLevels.fewestOfAnother(metric.noise());
        if (plan.runs() < fewest) {
            throw new ExperimentException("--runs " + plan.runs() + " is too few: it takes " + fewest
                    + " builds of a commit at least to tell " + metric.name() + " from noise.");
        }
    }

    private BuildMetrics grown(CommitSample end, int count, @Nullable BuildMetrics like) {
        end.grow(count, like).ifPresent(why -> {
            throw new ExperimentException(end.commit().substring(0, 8) + " does not build: " + why
                    + ". Both ends of a search have to. --show-output shows what the command says.");
        });
        return end.builds().get(0);
    }

    /** Looks twice at most, since each further look would be a further chance to be wrong. The two take turns. */
    private TwoLevels levels(CommitSample good, CommitSample bad, Metric metric, BuildMetrics like) {
        int fewest = TwoLevels.fewest(metric.noise());
        TwoLevels levels = levels(good, bad, metric, like, fewest);
        int most = Math.max(fewest, plan.runs());
        return isWorthASearch(levels) || most == fewest ? levels : levels(good, bad, metric, like, most);
    }

    private TwoLevels levels(CommitSample good, CommitSample bad, Metric metric, BuildMetrics like, int count) {
        for (int i = 1; i <= count; i++) {
            CommitSample first = i % 2 == 0 ? bad : good;
            grown(first, i, like);
            grown(first == good ? bad : good, i, like);
        }
        return new TwoLevels(good.values(plan.metric()), bad.values(plan.metric()), metric.noise());
    }

    private boolean isWorthASearch(TwoLevels levels) {
        double change = levels.effect().change();
        boolean isLarge = !levels.effect().relative() || Math.max(change, -change / (1 + change)) >= plan.limit();
        return levels.differ() && isLarge;
    }

    private BisectResult search(Metric metric, TwoLevels levels, BuildMetrics like) {
        BisectSearch search = new BisectSearch(commits.size());
        OptionalInt next = search.next();
        while (next.isPresent()) {
            int commit = next.getAsInt();
            switch (look(commit, levels, like)) {
                case GOOD -> search.good(commit);
                case BAD -> search.bad(commit);
                case UNBUILDABLE, UNSURE, MEASURED -> search.skip(commit);
            }
            next = search.next();
        }
        TwoLevels found = confirmed(search.lastGood(), search.firstBad(), metric, like);
        boolean isSure =
                found.differ() && found.effect().change() * levels.effect().change() > 0;
        return new BisectResult(
                metric,
                levels.effect(),
                true,
                commits.size() - 1,
                commits.get(search.lastGood()),
                isSure ? commits.subList(search.lastGood() + 1, search.firstBad() + 1) : List.of(),
                found.effect(),
                steps);
    }

    /** Each was only held against the ends, at another time. Of a noisy metric none but new builds count. */
    private TwoLevels confirmed(int lastGood, int firstBad, Metric metric, BuildMetrics like) {
        try (CommitSample good = sample(lastGood);
                CommitSample bad = sample(firstBad)) {
            if (metric.noise() == NoiseClass.NOISY) {
                good.forgetRecorded();
                bad.forgetRecorded();
            }
            int fewest = TwoLevels.fewest(metric.noise());
            TwoLevels found = levels(good, bad, metric, like, fewest);
            if (!found.differ() && plan.runs() > fewest) {
                found = levels(good, bad, metric, like, plan.runs());
            }
            steps.replaceAll(step -> step.commit().equals(good.commit())
                    ? good.step(step.standing(), plan.metric(), "")
                    : step.commit().equals(bad.commit()) ? bad.step(step.standing(), plan.metric(), "") : step);
            return found;
        }
    }

    private Standing look(int commit, TwoLevels levels, BuildMetrics like) {
        try (CommitSample sample = sample(commit)) {
            Side side = Side.UNSURE;
            for (int runs = 1; side == Side.UNSURE && runs <= plan.runs(); runs++) {
                Optional<String> why = sample.grow(runs, like);
                if (why.isPresent()) {
                    return told(sample.step(Standing.UNBUILDABLE, plan.metric(), why.get()));
                }
                side = levels.side(sample.values(plan.metric()));
            }
            return told(
                    switch (side) {
                        case GOOD -> sample.step(Standing.GOOD, plan.metric(), "");
                        case BAD -> sample.step(Standing.BAD, plan.metric(), "");
                        case UNSURE ->
                            sample.step(
                                    Standing.UNSURE,
                                    plan.metric(),
                                    "neither, after " + sample.size() + (sample.size() == 1 ? " build" : " builds"));
                    });
        }
    }

    private CommitSample sample(int commit) {
        return samples.computeIfAbsent(commits.get(commit), hash -> new CommitSample(hash, source));
    }

    private Standing told(CommitStep step) {
        steps.add(step);
        progress.accept(step);
        return step.standing();
    }
}
