package dev.bengal.analysis.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Commands that were run in turn.
 *
 * @param commands in the order given, not empty
 * @param fastest which of them has the lowest median; the first of equals
 * @param ratios of each command to the fastest one; that of the fastest to itself is 1
 * @param warmups runs of each that came before and were not measured
 */
public record BenchResult(List<BenchedCommand> commands, int fastest, List<BenchRatio> ratios, int warmups) {
    public BenchResult {
        commands = List.copyOf(commands);
        ratios = List.copyOf(ratios);
    }

    /** The result of these commands. */
    public static BenchResult of(List<BenchedCommand> commands, int warmups) {
        BenchedCommand fastest = commands.stream()
                .min(Comparator.comparingDouble(
                        command -> command.summary().wall().median()))
                .orElseThrow(() -> new IllegalArgumentException("no command was run"));
        List<BenchRatio> ratios = new ArrayList<>();
        for (BenchedCommand command : commands) {
            ratios.add(BenchRatio.of(command, fastest));
        }
        return new BenchResult(commands, commands.indexOf(fastest), ratios, warmups);
    }
}
