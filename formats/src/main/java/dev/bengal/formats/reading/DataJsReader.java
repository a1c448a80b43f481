package dev.bengal.formats.reading;

import dev.bengal.model.Commit;
import dev.bengal.model.Direction;
import java.util.List;

/** The history of github-action-benchmark: each entry of each suite is a run of its own, with its commit and its time. */
final class DataJsReader implements FormatReader {
    @Override
    public boolean recognises(Content content) {
        return content.kind() == Content.Kind.DATA_JS
                || (content.isJson()
                        && content.json().at("entries").isObject()
                        && content.json().has("lastUpdate"));
    }

    @Override
    public void read(Content content, Runs runs) {
        content.json().at("entries").fields().forEach((suite, entries) -> {
            for (JsonPlace entry : entries.elements()) {
                RunBuilder run = runs.separate(Format.DATA_JS).file(content.name());
                String tool = entry.at("tool").textOr("");
                run.tool(suite);
                run.commit(commit(entry.at("commit")));
                Double date = entry.at("date").numberOrNull();
                run.began(date == null ? null : Times.ofMillis(date));
                for (JsonPlace bench : entry.at("benches").elements()) {
                    String unit = bench.at("unit").textOr("");
                    run.add(
                            bench.place(),
                            Metrics.of(bench.at("name").text(), unit, direction(tool, unit)),
                            bench.at("value").number());
                }
            }
        });
    }

    private static Direction direction(String tool, String unit) {
        return switch (tool) {
            case "customSmallerIsBetter", "googlecpp", "catch2", "cargo", "julia", "benchmarkdotnet" -> Direction.LOWER;
            case "customBiggerIsBetter", "benchmarkjs", "pytest" -> Direction.HIGHER;
            default -> Metrics.direction(unit);
        };
    }

    private static Commit commit(JsonPlace commit) {
        return new Commit(
                commit.at("id").text(),
                null,
                List.of(),
                false,
                Times.parse(commit.at("timestamp").textOr("")));
    }
}
