package dev.bengal.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code site.sh measure}: the table for each size. */
@Command(name = "measure", description = "Measures recorded builds against those with --no-metrics.")
final class MeasureCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final PairBenchmark benchmark = new PairBenchmark();

    @Option(
            names = "--control",
            description = "Record none of the builds: both columns are --no-metrics, and what they differ in is noise.")
    private boolean control;

    @Override
    public Integer call() throws IOException {
        return benchmark.run(
                control ? Sides.CONTROL : Sides.RECORDING, spec.commandLine().getOut());
    }
}
