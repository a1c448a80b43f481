package dev.bengal.cli.history;

import dev.bengal.report.text.Label;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The scenarios that a history has builds of. */
final class ScenarioNames {
    private static final int SHOWN = 10;
    private static final int BUILDS_SEARCHED = 1000;

    private ScenarioNames() {}

    /** That nobody recorded a scenario, and which there are; empty where somebody did, or where none was asked for. */
    static Optional<String> whenUnknown(@Nullable String scenario, HistorySource source, long recorded) {
        if (scenario == null || !of(source, BuildFilter.ALL.scenario(scenario)).isEmpty()) {
            return Optional.empty();
        }
        List<String> known = of(source, BuildFilter.ALL);
        return Optional.of(
                "None of the " + recorded + " recorded builds is of the scenario '" + Label.printable(scenario)
                        + "'; there " + (known.size() == 1 ? "is " : "are ")
                        + known.stream()
                                .limit(SHOWN)
                                .map(name -> "'" + Label.printable(name) + "'")
                                .collect(Collectors.joining(", "))
                        + (known.size() > SHOWN ? " and others." : "."));
    }

    /** Those of the newest builds, each once, that of the newest first. */
    private static List<String> of(HistorySource source, BuildFilter filter) {
        List<String> names = source.store().recent(filter, BuildOrder.BY_START, BUILDS_SEARCHED).builds().stream()
                .map(known -> known.build().identity().scenario().name())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(names);
        return names.stream().distinct().toList();
    }
}
