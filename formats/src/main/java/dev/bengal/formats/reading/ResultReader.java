package dev.bengal.formats.reading;

import dev.bengal.formats.FormatsException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads results of other tools. */
public final class ResultReader {
    private static final int LONGEST_NOTE = 500;

    private ResultReader() {}

    /**
     * Reads files that belong together: those of one format and one commit are one run.
     *
     * @param as what they are, or empty to tell by what each holds
     * @throws FormatsException where a file is not one that can be read, with the place; then none of them counts
     */
    public static List<ImportedRun> read(List<ResultFile> files, Optional<Format> as) {
        Runs runs = new Runs();
        for (ResultFile file : files) {
            Content content = Content.of(file);
            Format format = as.orElseGet(() -> recognise(content));
            requireKind(content, format);
            reader(format).read(content, runs);
        }
        List<ImportedRun> read = runs.list();
        if (read.isEmpty()) {
            throw new FormatsException(files.stream().map(ResultFile::name).collect(Collectors.joining(", "))
                    + ": no result is in there" + why(runs.notes()));
        }
        return read;
    }

    /** What was there and does not count, as far as a sentence is short. */
    private static String why(List<String> notes) {
        if (notes.isEmpty()) {
            return ".";
        }
        String first = notes.get(0);
        return " that counts. " + (first.length() > LONGEST_NOTE ? first.substring(0, LONGEST_NOTE) + "…" : first);
    }

    private static Format recognise(Content content) {
        List<Format> formats = Arrays.stream(Format.values())
                .filter(format -> reader(format).recognises(content))
                .toList();
        if (formats.equals(List.of(Format.SMALLER_IS_BETTER, Format.BIGGER_IS_BETTER))) {
            throw new FormatsException(content.name() + " does not say which way is better; give --as "
                    + Format.SMALLER_IS_BETTER.word() + " or --as " + Format.BIGGER_IS_BETTER.word() + ".");
        }
        if (formats.size() != 1) {
            throw new FormatsException(content.name() + " is "
                    + (formats.isEmpty()
                            ? "no history and no result of a tool that is known"
                            : "as much " + formats.stream().map(Format::word).collect(Collectors.joining(" as ")))
                    + "; --as names its format: "
                    + Arrays.stream(Format.values()).map(Format::word).collect(Collectors.joining(", ")) + ".");
        }
        return formats.get(0);
    }

    private static void requireKind(Content content, Format format) {
        Content.Kind kind = switch (format) {
            case GO, CARGO, MAVEN -> Content.Kind.TEXT;
            case CATCH2, JUNIT -> Content.Kind.XML;
            case DATA_JS -> content.isJson() ? Content.Kind.JSON : Content.Kind.DATA_JS;
            case JMH,
                    HYPERFINE,
                    PYTEST_BENCHMARK,
                    PYTEST_JSON_REPORT,
                    GOOGLE_BENCHMARK,
                    CRITERION,
                    BENCHMARK_DOT_NET,
                    SMALLER_IS_BETTER,
                    BIGGER_IS_BETTER,
                    BENCHER,
                    GRADLE_PROFILER -> Content.Kind.JSON;
        };
        if (content.kind() != kind && kind != Content.Kind.TEXT) {
            throw new FormatsException(content.name() + " does not begin as " + format.word() + " does.");
        }
    }

    private static FormatReader reader(Format format) {
        return switch (format) {
            case JMH -> new JmhReader();
            case HYPERFINE -> new HyperfineReader();
            case PYTEST_BENCHMARK -> new PytestBenchmarkReader();
            case PYTEST_JSON_REPORT -> new PytestReportReader();
            case GOOGLE_BENCHMARK -> new GoogleBenchmarkReader();
            case GO -> new GoReader();
            case CRITERION -> new CriterionReader();
            case CARGO -> new CargoReader();
            case BENCHMARK_DOT_NET -> new BenchmarkDotNetReader();
            case CATCH2 -> new Catch2Reader();
            case SMALLER_IS_BETTER, BIGGER_IS_BETTER -> new CustomReader(format);
            case DATA_JS -> new DataJsReader();
            case BENCHER -> new BencherReader();
            case JUNIT -> new JUnitReader();
            case MAVEN -> new MavenReader();
            case GRADLE_PROFILER -> new GradleProfilerReader();
        };
    }

    /** Parameters of a benchmark by their names, as JSON tells them. */
    static Map<String, String> parameters(JsonPlace place) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (place.isThere()) {
            place.fields().forEach((name, value) -> parameters.put(name, value.scalar()));
        }
        return parameters;
    }
}
