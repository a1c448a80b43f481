package dev.bengal.analysis;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.analysis.statistics.Scale;
import dev.bengal.analysis.statistics.SignedRank;
import dev.bengal.analysis.statistics.WalshAverages;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An A/B trial that may be looked at after each pair: it says as soon as it is sure, and looking often does not make it
 * wrong more often. The pairs' log-ratios are judged by the exact signed-rank test; at each look it must be below a level of
 * which all looks together spend at most 1 % to either side.
 *
 * <p>The level is the same at all looks, as Pocock's is, found by simulation: 40,000 trials of {@value #MOST_PAIRS} pairs without any
 * difference end with a false answer to one side in 0.90 of 100. A test repeats that in small.
 *
 * <p>Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1093/biomet/70.3.659">Lan and DeMets, 1983: the alpha-spending rule</a>
 * @see <a href="https://doi.org/10.1093/biomet/64.2.191">Pocock, 1977</a>
 */
public final class SequentialTrial {
    /** After so many it ends without an answer. */
    public static final int MOST_PAIRS = 60;

    /** Before so many it says nothing. */
    public static final int FIRST_LOOK = 10;

    private static final double LEVEL = 0.0012;
    private static final double CONFIDENCE = 0.98;

    private final double limit;
    /** The W that ends it, for each number of pairs. */
    private final int[] critical;

    private final double confidence;
    /** Of the interval that has to lie within the limit, at each look: all looks together are wrong as seldom as where they find a difference. */
    private final double sureness;

    private double[] logRatios = new double[0];
    private State state = State.UNDECIDED;

    /** How it stands. */
    public enum State {
        /** More pairs may decide it. */
        UNDECIDED,
        /** The head is slower. */
        SLOWER,
        /** The head is faster. */
        FASTER,
        /** Whatever the difference is, it is below the limit. */
        ALIKE,
        /** All pairs are used, and it is not sure. */
        EXHAUSTED
    }

    /** @param limit the share from which on a change would matter, such as 0.02; above 0 */
    public SequentialTrial(double limit) {
        this(limit, 1);
    }

    /**
     * One of several trials that the same pairs decide: all of them together are wrong as seldom as a single one would be.
     *
     * @param limit the share from which on a change would matter, such as 0.02; above 0
     * @param trials how many there are, with this one
     * @see <a href="https://doi.org/10.2307/2282330">Dunn, 1961: Bonferroni's inequality shares the level out</a>
     */
    public SequentialTrial(double limit, int trials) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("a limit of " + limit + "; it must be above 0");
        }
        if (trials < 1) {
            throw new IllegalArgumentException("a trial among " + trials + " trials");
        }
        this.limit = limit;
        this.confidence = 1 - (1 - CONFIDENCE) / trials;
        this.sureness = 1 - 2 * LEVEL / trials;
        this.critical = IntStream.rangeClosed(0, MOST_PAIRS)
                .map(pairs -> pairs == 0 ? 1 : SignedRank.upperCritical(LEVEL / trials, pairs))
                .toArray();
    }

    /**
     * Takes the next pair; after an answer it is an error.
     *
     * @param base what the base took, above 0
     * @param head the same of the head
     */
    public State offer(double base, double head) {
        if (state != State.UNDECIDED) {
            throw new IllegalStateException("the trial has ended: " + state);
        }
        if (!(base > 0) || !(head > 0) || !Double.isFinite(base) || !Double.isFinite(head)) {
            throw new IllegalArgumentException("a pair of " + base + " and " + head + "; both must be above 0");
        }
        logRatios = Arrays.copyOf(logRatios, logRatios.length + 1);
        logRatios[logRatios.length - 1] = Math.log(head / base);
        state = look();
        return state;
    }

    private State look() {
        if (logRatios.length < FIRST_LOOK) {
            return State.UNDECIDED;
        }
        double w = SignedRank.statistic(logRatios);
        if (Math.floor(w) >= critical[logRatios.length]) {
            return State.SLOWER;
        }
        int highest = logRatios.length * (logRatios.length + 1) / 2;
        if (Math.floor(highest - w) >= critical[logRatios.length]) {
            return State.FASTER;
        }
        Interval interval = effect(sureness).interval();
        if (interval.high() < limit && interval.low() > -limit) {
            return State.ALIKE;
        }
        return logRatios.length >= MOST_PAIRS ? State.EXHAUSTED : State.UNDECIDED;
    }

    /** How it stands. */
    public State state() {
        return state;
    }

    /** How many pairs were taken. */
    public int pairs() {
        return logRatios.length;
    }

    /**
     * The answer where it ends now: a difference that is sure but below the limit is no regression.
     */
    public Verdict verdict() {
        return switch (state) {
            case SLOWER -> effect().change() >= limit ? Verdict.REGRESSED : Verdict.UNCHANGED;
            case FASTER -> effect().change() <= -limit / (1 + limit) ? Verdict.IMPROVED : Verdict.UNCHANGED;
            case ALIKE -> Verdict.UNCHANGED;
            case UNDECIDED, EXHAUSTED -> Verdict.NOT_JUDGED;
        };
    }

    /** The median ratio of the pairs less 1, by the averages of all two of them, with an interval of 98 % (more among several
     * trials); at least one pair. */
    public Effect effect() {
        return effect(confidence);
    }

    private Effect effect(double sure) {
        return Scale.LOGARITHMIC.effect(WalshAverages.middle(logRatios), WalshAverages.interval(logRatios, sure));
    }
}
