package dev.bengal.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code site.sh allocations}: what the flight recorder costs, in all and inside of the build. */
@Command(name = "allocations", description = "Measures builds with --allocations against recorded ones without.")
final class AllocationsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final PairBenchmark benchmark = new PairBenchmark();

    @Override
    public Integer call() throws IOException {
        return benchmark.run(Sides.ALLOCATIONS, spec.commandLine().getOut());
    }
}
