package dev.bengal.store.upkeep;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How old builds are thinned: of each project, scenario, branch and environment all of the newest ones stay, then one a day, then
 * one a week (the newest success of it, else the newest). Days and weeks are those of UTC.
 *
 * @param newest how many builds stay whatever their age; at least 1
 * @param days how many days before the oldest of these keep one build each; 0 or more
 */
public record Retention(int newest, int days) {
    private static final Comparator<PrunableBuild> OLDEST_FIRST =
            Comparator.comparing(PrunableBuild::start).thenComparing(PrunableBuild::id);

    public Retention {
        if (newest < 1) {
            throw new IllegalArgumentException("keeping " + newest + " builds would leave no history; keep at least 1");
        }
        if (days < 0) {
            throw new IllegalArgumentException("keeping a build a day for " + days + " days; 0 days are the least");
        }
    }

    /**
     * Which builds can go.
     *
     * @param builds in any order
     */
    public List<PrunableBuild> superfluous(List<PrunableBuild> builds) {
        Map<PrunableBuild.Group, List<PrunableBuild>> groups = new HashMap<>();
        for (PrunableBuild build : builds) {
            groups.computeIfAbsent(build.group(), group -> new ArrayList<>()).add(build);
        }
        List<PrunableBuild> superfluous = new ArrayList<>();
        groups.values().forEach(group -> superfluous.addAll(superfluousOf(group)));
        superfluous.sort(OLDEST_FIRST);
        return superfluous;
    }

    private List<PrunableBuild> superfluousOf(List<PrunableBuild> group) {
        List<PrunableBuild> sorted =
                group.stream().sorted(OLDEST_FIRST.reversed()).toList();
        if (sorted.size() <= newest) {
            return List.of();
        }
        LocalDate oldestOfTheNewest = day(sorted.get(newest - 1));
        List<PrunableBuild> older = new ArrayList<>(sorted.subList(newest, sorted.size()));
        // Of one day or week, a success goes before any other, and the newer one before the older.
        older.sort(Comparator.comparing((PrunableBuild build) -> !build.success()));
        Set<String> periods = new HashSet<>();
        List<PrunableBuild> superfluous = new ArrayList<>();
        for (PrunableBuild build : older) {
            boolean stands = periods.add(period(day(build), oldestOfTheNewest));
            if (!stands && !build.isProtected()) {
                superfluous.add(build);
            }
        }
        return superfluous;
    }

    private static LocalDate day(PrunableBuild build) {
        return LocalDate.ofInstant(build.start(), ZoneOffset.UTC);
    }

    private String period(LocalDate day, LocalDate oldestOfTheNewest) {
        return day.isAfter(oldestOfTheNewest.minusDays(days))
                ? day.toString()
                : day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
