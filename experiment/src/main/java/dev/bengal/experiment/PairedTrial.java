package dev.bengal.experiment;

import dev.bengal.analysis.trial.JudgedMetric;
import dev.bengal.analysis.trial.MetricTrial;
import dev.bengal.analysis.trial.TrialResult;
import dev.bengal.analysis.trial.TrialSide;
import dev.bengal.collector.Ticker;
import dev.bengal.model.BuildMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Builds two commits in pairs, base and head, head and base, and so on: a machine that slowly warms up or gets busy hits both
 * alike. It ends as soon as it is sure.
 */
public final class PairedTrial {
    private final Side base;
    private final Side head;
    private final Plan plan;
    private final Ticker ticker;
    private final IntConsumer progress;
    private final List<BuildMetrics> ofBase = new ArrayList<>();
    private final List<BuildMetrics> ofHead = new ArrayList<>();
    private final List<MetricTrial> metrics = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int pairs;

    /** One of the two commits, ready to be built. */
    public interface Side {
        /** As the user calls it. */
        String name();

        /** Its full hash. */
        String commit();

        /** Whether uncommitted changes lie over it. */
        boolean hasChanges();

        /** Builds it once, unmeasured, and says why it does not build; empty where it does. */
        Optional<String> warmUp();

        /** Builds it once. */
        Attempt build();
    }

    /**
     * How long it goes on, and what for.
     *
     * @param pairs at most
     * @param budgetNanos no pair is begun that would most likely end later
     * @param metrics names, at least one
     * @param limit the share from which on a change matters; above 0
     */
    public record Plan(int pairs, long budgetNanos, List<String> metrics, double limit) {
        public Plan {
            metrics = List.copyOf(metrics);
        }
    }

    /** @param progress told how many pairs are built */
    public PairedTrial(Side base, Side head, Plan plan, Ticker ticker, IntConsumer progress) {
        this.base = base;
        this.head = head;
        this.plan = plan;
        this.ticker = ticker;
        this.progress = progress;
    }

    /**
     * Runs it, once.
     *
     * @throws ExperimentException where the head does not build, or a metric is not measured
     */
    public TrialResult run() {
        long start = ticker.nanos();
        progress.accept(0);
        Optional<String> why = base.warmUp();
        if (why.isPresent()) {
            return withoutBase(why.get());
        }
        head.warmUp().ifPresent(this::refuseHead);
        long first = ticker.nanos();
        while (pairs < plan.pairs()) {
            if (isSpent(start, first)) {
                return result(TrialResult.End.BUDGET_SPENT);
            }
            Optional<String> failure = pair();
            if (failure.isPresent()) {
                return withoutBase(failure.get());
            }
            progress.accept(pairs);
            if (metrics.stream().noneMatch(MetricTrial::isOpen)) {
                return result(TrialResult.End.DECIDED);
            }
        }
        return result(TrialResult.End.PAIRS_USED);
    }

    /** A pair is taken to last as long as those before did on average; the first one, as long as both warm-ups. */
    private boolean isSpent(long start, long first) {
        long now = ticker.nanos();
        long next = pairs == 0 ? first - start : (now - first) / pairs;
        return now - start + next > plan.budgetNanos();
    }

    private Optional<String> pair() {
        boolean isBaseFirst = pairs % 2 == 0;
        Attempt one = (isBaseFirst ? base : head).build();
        Attempt other = (isBaseFirst ? head : base).build();
        Attempt before = isBaseFirst ? one : other;
        Attempt after = isBaseFirst ? other : one;
        if (after instanceof Attempt.Failed failed) {
            refuseHead(failed.why());
        }
        if (before instanceof Attempt.Failed failed) {
            return Optional.of(failed.why() + " after " + pairs + (pairs == 1 ? " pair" : " pairs") + " that built");
        }
        offer(((Attempt.Built) before).build(), ((Attempt.Built) after).build());
        return Optional.empty();
    }

    private void offer(BuildMetrics before, BuildMetrics after) {
        if (pairs == 0) {
            begin(before, after);
        }
        ofBase.add(before);
        ofHead.add(after);
        pairs++;
        for (MetricTrial metric : metrics) {
            String name = metric.metric().name();
            metric.offer(MeasuredMetric.value(before, name), MeasuredMetric.value(after, name));
        }
    }

    private void begin(BuildMetrics before, BuildMetrics after) {
        for (String name : plan.metrics()) {
            metrics.add(new MetricTrial(
                    MeasuredMetric.in(before, name),
                    plan.limit(),
                    plan.metrics().size()));
        }
        if (!before.environment().fingerprint().equals(after.environment().fingerprint())) {
            notes.add("The two were built in different environments, such as with another Java; that is part of the"
                    + " difference.");
        }
        if (!before.identity().scenario().equals(after.identity().scenario())) {
            notes.add("The two recorded themselves in different scenarios; they may do different work.");
        }
    }

    private void refuseHead(String why) {
        throw new ExperimentException(head.name() + " does not build: " + why
                + ". Nothing is judged. --show-output shows what the command says.");
    }

    private TrialResult withoutBase(String why) {
        notes.add(
                base.name() + " does not build: " + why
                        + ". That is no regression; there is nothing to compare with. --show-output shows what the command says.");
        return result(TrialResult.End.BASE_FAILED);
    }

    private TrialResult result(TrialResult.End end) {
        List<JudgedMetric> judged = metrics.stream().map(MetricTrial::judged).toList();
        return new TrialResult(side(base, ofBase), side(head, ofHead), end, pairs, judged, notes);
    }

    private static TrialSide side(Side side, List<BuildMetrics> builds) {
        return new TrialSide(side.name(), side.commit(), side.hasChanges(), builds);
    }
}
