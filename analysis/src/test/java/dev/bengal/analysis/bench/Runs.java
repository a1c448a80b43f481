package dev.bengal.analysis.bench;

import dev.bengal.model.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Invented runs. */
final class Runs {
    private Runs() {}

    static List<CommandRun> of(double... wallMillis) {
        return Arrays.stream(wallMillis)
                .mapToObj(wall -> new CommandRun(null, wall, wall / 2, 1.0, 10 + wall, 0))
                .toList();
    }

    static BenchedCommand command(String scenario, double... wallMillis) {
        return new BenchedCommand(new Scenario(scenario), null, Map.of(), of(wallMillis));
    }
}
