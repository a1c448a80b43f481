package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.formats.FormatsException;
import dev.bengal.model.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Criterion.rs: the estimate that it shows (the slope, else the mean) in nanoseconds. What it is of stands in {@code benchmark.json}
 * beside it, else in the names of its folders; the samples stand in {@code sample.json}.
 */
final class CriterionReader implements FormatReader {
    private static final List<String> LEFT_OUT = List.of("new", "base", "change");

    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json().at("mean").has("point_estimate")
                && content.json().at("median").has("point_estimate");
    }

    @Override
    public void read(Content content, Runs runs) {
        JsonPlace estimates = content.json();
        JsonPlace estimate = estimates.at("slope").isThere() ? estimates.at("slope") : estimates.at("mean");
        RunBuilder run = runs.of(Format.CRITERION, content);
        run.add(
                content.name(),
                Metrics.time(BenchmarkName.of(name(content), BenchmarkName.TIME), new Unit("ns")),
                estimate.at("point_estimate").number(),
                samples(content));
    }

    private static String name(Content content) {
        return content.file()
                .sibling("benchmark.json")
                .map(file -> Content.of(file).json().at("full_id").text())
                .orElseGet(() -> ofFolders(content));
    }

    /** What lies between {@code criterion} and {@code new}. */
    private static String ofFolders(Content content) {
        List<String> names = new ArrayList<>();
        content.file()
                .path()
                .map(path -> path.toAbsolutePath().normalize().getParent())
                .ifPresent(folder -> {
                    for (Path name : folder) {
                        names.add(name.toString());
                    }
                });
        int criterion = names.lastIndexOf("criterion");
        if (criterion < 0 || names.size() < criterion + 3 || !LEFT_OUT.contains(names.get(names.size() - 1))) {
            throw new FormatsException(
                    content.name() + " does not say which benchmark it is of: there is no benchmark.json"
                            + " beside it, and it lies in no folder such as target/criterion/NAME/new.");
        }
        return String.join("/", names.subList(criterion + 1, names.size() - 1));
    }

    private static double[] samples(Content content) {
        return content.file()
                .sibling("sample.json")
                .map(file -> Content.of(file).json())
                .map(CriterionReader::perIteration)
                .orElse(new double[0]);
    }

    private static double[] perIteration(JsonPlace sample) {
        List<Double> iterations = sample.at("iters").numbers();
        List<Double> times = sample.at("times").numbers();
        if (iterations.size() != times.size()) {
            throw sample.malformed("has " + iterations.size() + " iters and " + times.size() + " times");
        }
        double[] each = new double[times.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = times.get(i) / iterations.get(i);
        }
        return each;
    }
}
