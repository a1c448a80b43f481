package dev.bengal.analysis.changepoint;

import dev.bengal.analysis.statistics.Effect;
import java.util.Objects;

/**
 * The place in a series where its level changed.
 *
 * @param index of the first build of the new level
 * @param lastGood the index of the last build before it; those of its own commit are passed over where commits are known, but not where the
 *     environment changed. Before a drift from the first build on there is none, and this is 0 as well
 * @param effect from the level before to that after; of a drift from its beginning to its end
 */
public record ChangePoint(int index, int lastGood, Effect effect, Kind kind, State state) {
    public ChangePoint {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
    }

    /** What happened. */
    public enum Kind {
        /** A change of what was built: blamed on its commit. */
        STEP,
        /** A slow slope that no single commit made; {@link ChangePoint#index} is where the stretch begins. */
        DRIFT,
        /** The machine changed, and nothing tells the machine from the commit; or the same commit was built on both levels. */
        ENVIRONMENT
    }

    /** How sure it is. */
    public enum State {
        /** Only {@value ChangePointDetector#FEWEST_A_SIDE} to 5 builds stand on the new level. */
        PROVISIONAL,
        /** More builds have come, and it stayed. */
        CONFIRMED
    }
}
