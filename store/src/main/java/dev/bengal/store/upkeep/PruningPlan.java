package dev.bengal.store.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which builds of a history a pruning would move.
 *
 * @param thereAgain what was pruned before, which goes again and counts for nothing
 * @param superfluous what goes for the first time, the oldest first
 * @param staying what stays
 */
public record PruningPlan(
        List<PrunableBuild> thereAgain, List<PrunableBuild> superfluous, List<PrunableBuild> staying) {
    public PruningPlan {
        thereAgain = List.copyOf(thereAgain);
        superfluous = List.copyOf(superfluous);
        staying = List.copyOf(staying);
    }

    /** All that goes. */
    public List<PrunableBuild> going() {
        List<PrunableBuild> going = new ArrayList<>(thereAgain);
        going.addAll(superfluous);
        return going;
    }

    /** How many stay for another reason than that they are among so many newest ones of their group. */
    public long older(int newest) {
        return staying.stream()
                .collect(Collectors.groupingBy(PrunableBuild::group, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(builds -> Math.max(0, builds - newest))
                .sum();
    }

    /** The groups that have as many builds that count and would have fewer, with how many that would be. */
    public Map<PrunableBuild.Group, Long> fallingBelow(int fewest) {
        Map<PrunableBuild.Group, Long> falling = new LinkedHashMap<>();
        Map<PrunableBuild.Group, Long> left = counting(staying);
        counting(superfluous).forEach((group, going) -> {
            long stay = left.getOrDefault(group, 0L);
            if (stay < fewest && stay + going >= fewest) {
                falling.put(group, stay);
            }
        });
        return falling;
    }

    private static Map<PrunableBuild.Group, Long> counting(List<PrunableBuild> builds) {
        return builds.stream()
                .filter(PrunableBuild::success)
                .collect(Collectors.groupingBy(PrunableBuild::group, LinkedHashMap::new, Collectors.counting()));
    }
}
