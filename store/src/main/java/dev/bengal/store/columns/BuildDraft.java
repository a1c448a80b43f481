package dev.bengal.store.columns;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.Outcome;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What an index keeps of a build, before it and its words have numbers: a fraction of the build, thousands of which may wait. */
public final class BuildDraft {
    private final String id;
    private final long offset;
    private final int length;
    private final long started;
    private final long stands;
    private final boolean isDated;
    private final String project;
    private final String scenario;
    private final @Nullable String branch;
    private final String environment;
    private final Outcome outcome;
    private final boolean isDirty;
    private final @Nullable String commit;
    private final byte[] readings;

    /**
     * What is kept of a build.
     *
     * @param offset of its line in the journal
     * @param length of its line
     */
    public BuildDraft(BuildMetrics build, long offset, int length, MetricNumbers metrics) {
        Commit known = build.commit();
        Instant time = known == null ? null : known.time();
        this.id = build.identity().id().value();
        this.offset = offset;
        this.length = length;
        this.started = Micros.of(build.timestamp());
        this.stands = time == null ? started : Micros.of(time);
        this.isDated = time != null;
        this.project = build.identity().project();
        this.scenario = build.identity().scenario().name();
        this.branch = known == null ? null : known.branch();
        this.environment = build.environment().fingerprint();
        this.outcome = build.outcome();
        this.isDirty = !build.isBaselineMaterial() && outcome == Outcome.SUCCESS;
        this.commit = known == null ? null : known.hash();
        this.readings = PackedReadings.of(build, metrics).bytes();
    }

    /** The build's id. */
    public String id() {
        return id;
    }

    /**
     * The build under a number.
     *
     * @param words the number of a text; from 1
     */
    public BuildRow row(long number, ToIntFunction<String> words) {
        long[] numbers = new long[Column.COUNT];
        numbers[Column.NUMBER.place()] = number;
        numbers[Column.OFFSET.place()] = offset;
        numbers[Column.LENGTH.place()] = length;
        numbers[Column.STARTED.place()] = started;
        numbers[Column.STANDS.place()] = stands;
        numbers[Column.DATED.place()] = isDated ? 1 : 0;
        numbers[Column.PROJECT.place()] = words.applyAsInt(project);
        numbers[Column.SCENARIO.place()] = words.applyAsInt(scenario);
        numbers[Column.BRANCH.place()] = branch == null ? 0 : words.applyAsInt(branch);
        numbers[Column.ENVIRONMENT.place()] = words.applyAsInt(environment);
        numbers[Column.OUTCOME.place()] = words.applyAsInt(outcome.word());
        numbers[Column.DIRTY.place()] = isDirty ? 1 : 0;
        return new BuildRow(numbers, id, commit, readings);
    }
}
