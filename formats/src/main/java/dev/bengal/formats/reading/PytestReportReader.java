package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Unit;
import java.util.List;

/** pytest-json-report: what each test took, its set-up and tear-down apart. Skipped tests took nothing and are left out. */
final class PytestReportReader implements FormatReader {
    private static final double MILLIS_PER_SECOND = 1000;

    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json().has("created")
                && content.json().has("summary")
                && (content.json().has("tests") || content.json().has("exitcode"));
    }

    @Override
    public void read(Content content, Runs runs) {
        JsonPlace root = content.json();
        RunBuilder run = runs.of(Format.PYTEST_JSON_REPORT, content);
        run.tool("pytest");
        Double created = root.at("created").numberOrNull();
        Double duration = root.at("duration").numberOrNull();
        if (duration != null) {
            run.addWall(duration * MILLIS_PER_SECOND);
        }
        if (created != null) {
            run.began(Times.ofMillis((created - (duration == null ? 0 : duration)) * MILLIS_PER_SECOND));
        }
        Double exitCode = root.at("exitcode").numberOrNull();
        if (exitCode != null && exitCode != 0) {
            run.failed();
        }
        for (JsonPlace test : root.at("tests").elementsOrNone()) {
            add(run, test);
        }
    }

    private static void add(RunBuilder run, JsonPlace test) {
        String outcome = test.at("outcome").textOr("passed");
        if (outcome.equals("failed") || outcome.equals("error")) {
            run.failed();
        }
        if (outcome.equals("skipped")) {
            return;
        }
        String id = test.at("nodeid").text();
        for (String stage : List.of("setup", "call", "teardown")) {
            Double seconds = test.at(stage).at("duration").numberOrNull();
            if (seconds != null) {
                run.add(
                        test.at(stage).place(),
                        Metrics.time(
                                BenchmarkName.of(id, stage.equals("call") ? BenchmarkName.TIME : stage),
                                Unit.MILLISECONDS),
                        seconds * MILLIS_PER_SECOND);
            }
        }
    }
}
