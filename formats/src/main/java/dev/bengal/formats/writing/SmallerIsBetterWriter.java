package dev.bengal.formats.writing;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.Direction;
import java.io.IOException;
import java.util.List;

/**
 * An array of name, unit and value, as github-action-benchmark takes it for {@code customSmallerIsBetter}: only metrics of which less is
 * better. Where there are several scenarios, each name begins with its own; builds of several projects or environments are
 * told apart at its end.
 */
public final class SmallerIsBetterWriter {
    /** Writes one array. */
    public void write(List<BuildMetrics> builds, Appendable out) throws IOException {
        boolean hasScenarios = builds.stream()
                        .map(build -> build.identity().scenario())
                        .distinct()
                        .count()
                > 1;
        DistinctNames names = new DistinctNames(builds);
        out.append(JsonOutput.pretty(json -> {
            json.writeStartArray();
            for (BuildMetrics build : builds) {
                Commit commit = build.commit();
                for (Exported one : Exported.of(build)) {
                    if (one.metric().direction() == Direction.LOWER) {
                        json.writeStartObject();
                        json.writeStringField(
                                "name",
                                names.of(
                                        build,
                                        (hasScenarios ? build.identity().scenario() + ": " : "")
                                                + one.metric().name()));
                        json.writeStringField("unit", one.metric().unit().symbol());
                        JsonOutput.number(json, "value", one.value());
                        if (commit != null) {
                            json.writeStringField("extra", commit.hash());
                        }
                        json.writeEndObject();
                    }
                }
            }
            json.writeEndArray();
        }));
    }
}
