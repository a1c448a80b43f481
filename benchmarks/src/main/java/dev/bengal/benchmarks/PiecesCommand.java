package dev.bengal.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code site.sh pieces}: what small pieces of memory cost every build. */
@Command(
        name = "pieces",
        description = "Measures recorded builds in the launcher's small pieces of memory against the JVM's own.")
final class PiecesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final PairBenchmark benchmark = new PairBenchmark();

    @Override
    public Integer call() throws IOException {
        return benchmark.run(Sides.PIECES, spec.commandLine().getOut());
    }
}
