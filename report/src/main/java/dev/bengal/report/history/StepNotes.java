package dev.bengal.report.history;

import static java.util.stream.Collectors.groupingBy;

import dev.bengal.analysis.LevelChange;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.StepState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps in a history: a number beside the build that each began with, and under that number below the table what stepped. They are found
 * once, in a time that grows with the builds and the steps, and not with their product.
 */
final class StepNotes {
    private final Map<BuildId, Note> notes = new LinkedHashMap<>();

    StepNotes(PerformanceReport report) {
        Map<BuildId, List<LevelChange>> steps = report.steps().stream()
                .collect(groupingBy(step -> step.firstBad().build()));
        for (BuildRecord known : report.builds()) {
            BuildId id = known.build().identity().id();
            List<LevelChange> ofBuild = steps.get(id);
            if (ofBuild != null && !notes.containsKey(id)) {
                notes.put(id, new Note("(" + (notes.size() + 1) + ")", ofBuild));
            }
        }
    }

    /** The build's mark, such as {@code (1)}; empty where no step began with it. */
    String mark(BuildMetrics build) {
        Note note = notes.get(build.identity().id());
        return note == null ? "" : note.mark();
    }

    /** A line for each step, in the order of the marks. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Note note : notes.values()) {
            for (LevelChange step : note.steps()) {
                lines.add(note.mark() + " from here on " + Label.metric(step.metric()) + ' '
                        + Figures.effect(step.metric(), step.effect()) + " ("
                        + Figures.interval(step.metric(), step.effect()) + "), " + StepState.of(step));
            }
        }
        return lines;
    }

    /** The lines, below an empty one where there are any. */
    void render(Appendable out) throws IOException {
        List<String> lines = lines();
        if (!lines.isEmpty()) {
            out.append('\n');
        }
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    private record Note(String mark, List<LevelChange> steps) {}
}
