package dev.bengal.formats.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One file of each tool, told by what it holds, with every value by hand from the file. */
class EveryFormatTest {
    @Test
    void jmh_keepsSamplesAndTellsDirectionsByUnits() {
        ImportedRun run = Results.read("jmh.json");

        assertThat(run.format()).isEqualTo(Format.JMH);
        assertThat(run.tool()).isEqualTo("jmh 1.37");
        assertThat(Results.lines(run))
                .containsExactly(
                        "org.acme.ParseBenchmark.small{kind=flat,mode=avgt,size=10}#score = 12.5 us/op lower noisy [12.0, 13.0, 12.25, 12.75]",
                        "org.acme.ParseBenchmark.small{kind=flat,mode=avgt,size=10}#gc.alloc.rate.norm = 1024.0 B/op lower steady [1024.0, 1024.0, 1024.0, 1024.0]",
                        "org.acme.ParseBenchmark.small{kind=flat,mode=avgt,size=10}#gc.alloc.rate = 80.5 MB/sec none noisy [80.0, 81.0]",
                        "org.acme.ParseBenchmark.small{mode=thrpt,threads=4}#score = 310.0 ops/ms higher noisy [300.0, 320.0]",
                        "org.acme.ParseBenchmark.sampled{mode=sample}#score = 1.5 ms/op lower noisy [1.0, 1.0, 2.5]");
        assertThat(run.notes()).hasSize(2);
        assertThat(run.notes().get(0))
                .endsWith(
                        "jmh.json: $[0].secondaryMetrics['·gc.time']: org.acme.ParseBenchmark.small{kind=flat,mode=avgt,size=10}"
                                + "#gc.time is Infinity and was left out.");
    }

    @Test
    void hyperfine_becomesMillisecondsAndMegabytes() {
        ImportedRun run = Results.read("hyperfine.json");

        assertThat(Results.lines(run))
                .containsExactly(
                        "sort -u words.txt#time = 250.0 ms lower noisy [200.0, 250.0, 300.0]",
                        "sort -u words.txt#user = 125.0 ms lower noisy",
                        "sort -u words.txt#system = 62.5 ms lower noisy",
                        "sort -u words.txt#memory = 2.0 MB lower noisy [2.0, 1.0, 3.0]",
                        "make{jobs=4}#time = 1500.0 ms lower noisy [1500.0]",
                        "make{jobs=4}#user = 1250.0 ms lower noisy",
                        "make{jobs=4}#system = 250.0 ms lower noisy");
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.notes()).singleElement().asString().contains("$.results[1].exit_codes: 1 run failed");
    }

    @Test
    void pytestBenchmark_knowsCommitAndMachine() {
        ImportedRun run = Results.read("pytest-benchmark.json");

        assertThat(Results.lines(run))
                .containsExactly(
                        "tests/test_parse.py::test_parse[small]#time = 20.0 us lower noisy [10.0, 20.0, 30.0]",
                        "tests/test_parse.py::test_parse[large]#time = 2500.0 us lower noisy");
        assertThat(run.time()).isEqualTo(Instant.parse("2026-03-01T11:30:00.25Z"));
        assertThat(run.commit()).satisfies(commit -> {
            assertThat(commit.hash()).startsWith("01234567");
            assertThat(commit.branch()).isEqualTo("main");
            assertThat(commit.dirty()).isTrue();
            assertThat(commit.time()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
        });
        assertThat(requireNonNull(run.machine()).cpuModel()).isEqualTo("Example CPU 3000");
        assertThat(requireNonNull(run.machine()).platform()).isEqualTo("linux");
    }

    @Test
    void pytestJsonReport_hasEachStage() {
        ImportedRun run = Results.read("pytest-report.json");

        assertThat(Results.lines(run))
                .containsExactly(
                        "tests/test_a.py::test_good#setup = 1.0 ms lower noisy",
                        "tests/test_a.py::test_good#time = 1250.0 ms lower noisy",
                        "tests/test_a.py::test_good#teardown = 2.0 ms lower noisy",
                        "tests/test_a.py::test_bad#setup = 1.0 ms lower noisy",
                        "tests/test_a.py::test_bad#time = 500.0 ms lower noisy",
                        "tests/test_a.py::test_bad#teardown = 2.0 ms lower noisy");
        assertThat(run.wallMillis()).isEqualTo(2500);
        assertThat(run.time()).isEqualTo(Instant.ofEpochMilli(1772366400000L));
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void googleBenchmark_takesRepetitionsForSamplesAndLeavesAggregatesOut() {
        ImportedRun run = Results.read("google-benchmark.json");

        assertThat(Results.lines(run))
                .containsExactly(
                        "BM_Copy/8/threads:2#real_time = 12.0 us lower noisy [10.0, 12.0, 14.0]",
                        "BM_Copy/8/threads:2#cpu_time = 21.0 us lower noisy [20.0, 22.0]",
                        "BM_Copy/8/threads:2#bytes_per_second = 750.0 /s higher noisy [800.0, 700.0]",
                        "BM_Copy/8/threads:2#misses = 4.0  none noisy [3.0, 5.0, 4.0]",
                        "BM_Sort#real_time = 100.5 ns lower noisy",
                        "BM_Sort#cpu_time = 99.5 ns lower noisy");
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.notes())
                .hasSize(3)
                .anySatisfy(
                        note -> assertThat(note).endsWith("$.benchmarks[8] failed and was left out: no such file."));
    }

    @Test
    void go_takesRepeatedLinesForSamplesAndTheProcessorsOff() {
        ImportedRun run = Results.read("go.txt");

        assertThat(Results.lines(run))
                .containsExactly(
                        "example.com/acme/parse.BenchmarkParse/size=10#ns/op = 1052.0 ns/op lower noisy [1052.0, 1048.0, 1060.0]",
                        "example.com/acme/parse.BenchmarkParse/size=10#B/op = 64.0 B/op lower steady [64.0, 64.0, 64.0]",
                        "example.com/acme/parse.BenchmarkParse/size=10#allocs/op = 2.0 allocs/op lower steady [2.0, 2.0, 2.0]",
                        "example.com/acme/parse.BenchmarkCopy#ns/op = 2500000.0 ns/op lower noisy",
                        "example.com/acme/parse.BenchmarkCopy#MB/s = 419.43 MB/s higher noisy",
                        "example.com/acme/parse.BenchmarkCopy#hits/op = 12.5 hits/op none noisy");
        assertThat(requireNonNull(run.machine()).cpuModel()).isEqualTo("Example CPU 3000");
    }

    @Test
    void go_keepsTheProcessorsWhereTheyTellBenchmarksApart() {
        assertThat(Results.lines(Results.read("go-several-processors.txt")))
                .containsExactly(
                        "example.com/acme.BenchmarkRun#ns/op = 10.5 ns/op lower noisy",
                        "example.com/acme.BenchmarkRun#points = 7.0 points higher noisy",
                        "example.com/acme.BenchmarkRun-2#ns/op = 5.5 ns/op lower noisy",
                        "example.com/acme.BenchmarkRun-2#points = 9.0 points higher noisy");
    }

    @Test
    void cargo_readsThousandsAndThroughput() {
        assertThat(Results.lines(Results.read("cargo.txt")))
                .containsExactly(
                        "lexer::bench_small#time = 1234.0 ns/iter lower noisy",
                        "lexer::bench_large#time = 1234567.89 ns/iter lower noisy",
                        "lexer::bench_large#throughput = 78.0 MB/s higher noisy",
                        "parse/flat#time = 12.0 ns/iter lower noisy");
    }

    @Test
    void criterion_findsNameAndSamplesBesideIt() {
        assertThat(Results.lines(Results.read("criterion/parse/small/new/estimates.json")))
                .containsExactly("parse/small/10#time = 100.5 ns lower noisy [100.0, 101.0, 100.0]");
    }

    @Test
    void benchmarkDotNet_tellsJobsApartAndLeavesFailuresOut() {
        ImportedRun run = Results.read("benchmarkdotnet.json");

        assertThat(Results.lines(run))
                .containsExactly(
                        "Acme.Sort.Quick(N: 10){job=Net8(Runtime=.NET 8.0)}#time = 1001.5 ns lower noisy [1000.5, 1001.5, 1002.5]",
                        "Acme.Sort.Quick(N: 10){job=Net8(Runtime=.NET 8.0)}#allocated = 64.0 B/op lower steady",
                        "Acme.Sort.Quick(N: 10){job=Net9(Runtime=.NET 9.0)}#time = 900.0 ns lower noisy [900.0]");
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.notes())
                .singleElement()
                .asString()
                .endsWith("$.Benchmarks[2]: Acme.Sort.Slow failed and was left out.");
    }

    @Test
    void catch2_namesTestCaseSectionAndBenchmark() {
        assertThat(Results.lines(Results.read("catch2.xml")))
                .containsExactly(
                        "Fibonacci/small/fib & co#time = 38.5 ns lower noisy",
                        "Fibonacci/fib 30#time = 2.15E9 ns lower noisy");
    }

    @Test
    void custom_goesTheWayThatItsNameSays() {
        assertThat(Results.lines(ResultReader.read(
                                List.of(ResultFile.of(Results.path("custom.json"))),
                                Optional.of(Format.SMALLER_IS_BETTER))
                        .get(0)))
                .containsExactly("bundle size = 512.5 kB lower noisy", "start = 1024.5 ms lower noisy");
        assertThat(Results.lines(ResultReader.read(
                                List.of(ResultFile.of(Results.path("custom.json"))),
                                Optional.of(Format.BIGGER_IS_BETTER))
                        .get(0)))
                .contains("start = 1024.5 ms higher noisy");
    }

    @Test
    void dataJs_isAsManyRunsAsItHasEntries() {
        List<ImportedRun> runs = ResultReader.read(List.of(ResultFile.of(Results.path("data.js"))), Optional.empty());

        assertThat(runs).hasSize(3);
        assertThat(runs)
                .extracting(run -> run.tool() + " " + Results.lines(run))
                .containsExactly(
                        "Go Benchmark [BenchmarkRun = 10.5 ns/op lower noisy]",
                        "Go Benchmark [BenchmarkRun = 11.5 ns/op lower noisy]",
                        "Requests [requests = 900.0 req higher noisy]");
        assertThat(requireNonNull(runs.get(1).commit()).hash()).isEqualTo("b".repeat(40));
        assertThat(runs.get(1).time()).isEqualTo(Instant.ofEpochMilli(1772449200000L));
    }

    @Test
    void bencher_knowsTheUsualMeasures() {
        assertThat(Results.lines(Results.read("bencher.json")))
                .containsExactly(
                        "parse/small#latency = 88.5 ns lower noisy",
                        "parse/small#throughput = 5.5 ops/s higher noisy",
                        "binary#file-size = 1048576.0 B lower noisy",
                        "binary#colour = 3.0  none noisy");
    }

    @Test
    void junit_readsThousandsAndLeavesSkippedOut() {
        ImportedRun run = Results.read("TEST-junit.xml");

        assertThat(Results.lines(run))
                .containsExactly(
                        "org.acme.ParserTest.parses#time = 1001250.0 ms lower noisy",
                        "org.acme.ParserTest.fails#time = 500.0 ms lower noisy",
                        "org.acme.ParserTest.nested#time = 250.0 ms lower noisy");
        assertThat(run.wallMillis()).isEqualTo(1002000);
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.time()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void maven_hasAPhaseForEachModule() {
        ImportedRun run = Results.read("maven.log");

        assertThat(Results.phases(run))
                .containsExactly(
                        "Acme Parent 504.0 success",
                        "Acme Core 65000.0 success",
                        "Acme Web with a very long name that leaves no dots 12250.0 failed");
        assertThat(run.wallMillis()).isEqualTo(78000);
        assertThat(run.time()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void gradleProfiler_leavesWarmUpsOut() {
        assertThat(Results.lines(Results.read("gradle-profiler.json")))
                .containsExactly(
                        "assemble{buildTool=Gradle 8.7,version=8.7}#total execution time = 1050.5 ms lower noisy [1000.5, 1100.5]",
                        "assemble{buildTool=Gradle 8.7,version=8.7}#garbage collection time = 11.0 ms lower noisy [10.0, 12.0]");
    }
}
