package dev.bengal.formats.reading;

import java.util.Arrays;
import java.util.Optional;

/** A format of results that can be read. */
public enum Format {
    /** The Java Microbenchmark Harness, {@code -rf json}. */
    JMH("jmh"),
    /** hyperfine, {@code --export-json}. */
    HYPERFINE("hyperfine"),
    /** pytest-benchmark, {@code --benchmark-json}. */
    PYTEST_BENCHMARK("pytest-benchmark"),
    /** pytest-json-report. */
    PYTEST_JSON_REPORT("pytest-json-report"),
    /** Google Benchmark, {@code --benchmark_format=json}. */
    GOOGLE_BENCHMARK("google-benchmark"),
    /** What {@code go test -bench} prints. */
    GO("go"),
    /** Criterion.rs, {@code estimates.json} with its neighbours. */
    CRITERION("criterion"),
    /** What {@code cargo bench} prints, and Criterion.rs with {@code --output-format bencher}. */
    CARGO("cargo"),
    /** BenchmarkDotNet, its JSON exporters. */
    BENCHMARK_DOT_NET("benchmarkdotnet"),
    /** Catch2, {@code --reporter xml}. */
    CATCH2("catch2"),
    /** An array of name, unit and value, of which less is better. */
    SMALLER_IS_BETTER("customSmallerIsBetter"),
    /** The same, of which more is better. */
    BIGGER_IS_BETTER("customBiggerIsBetter"),
    /** The history that github-action-benchmark keeps, {@code data.js}. */
    DATA_JS("data.js"),
    /** Bencher Metric Format: benchmark, measure, value. */
    BENCHER("bencher"),
    /** JUnit's XML, as Surefire, Gradle, pytest and many others write it. */
    JUNIT("junit"),
    /** What Maven prints at the end of a build. */
    MAVEN("maven"),
    /** gradle-profiler, {@code benchmark.json}. */
    GRADLE_PROFILER("gradle-profiler");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** The one of this name, whatever its case; empty for none. */
    public static Optional<Format> ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
