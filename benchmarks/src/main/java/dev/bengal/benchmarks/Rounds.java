package dev.bengal.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs several commands in turn, each once a round and every other round backwards, so that a machine that becomes slower
 * or faster meanwhile favours none. One round before, which is not counted, warms up.
 *
 * @param commands by the names that they have in the table
 */
record Rounds(Map<String, List<String>> commands, Stopwatch stopwatch) {
    /** What each command took in each round, in the order of the rounds. */
    Map<String, List<ProcessCost>> run(int rounds) throws IOException {
        Map<String, List<ProcessCost>> costs = new LinkedHashMap<>();
        commands.keySet().forEach(name -> costs.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(commands.keySet());
        for (int round = 0; round <= rounds; round++) {
            for (String name : order) {
                ProcessCost cost = stopwatch.run(commands.getOrDefault(name, List.of()));
                if (round > 0) {
                    costs.getOrDefault(name, new ArrayList<>()).add(cost);
                }
            }
            Collections.reverse(order);
        }
        return costs;
    }
}
