package dev.bengal.server;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import java.util.List;

/** Finds what one side of a comparison means: a build by its id, or all builds of a commit that may be held against each other. */
final class ComparedBuilds {
    private static final int SHORTEST_HASH = 7;

    private final BuildStore store;

    ComparedBuilds(BuildStore store) {
        this.store = store;
    }

    JudgedSide find(String name) {
        List<BuildRecord> exact = store.recent(BuildFilter.ALL.id(name), BuildOrder.BY_START, 2).builds().stream()
                .filter(known -> known.build().identity().id().value().equals(name))
                .toList();
        if (!exact.isEmpty()) {
            return new JudgedSide(name, List.of(exact.get(0).build()));
        }
        if (!name.matches("[0-9a-fA-F]{" + SHORTEST_HASH + ",64}")) {
            throw unknown(name);
        }
        List<BuildMetrics> material = store.byCommit(BuildFilter.ALL.baselineMaterial(), name).stream()
                .map(BuildRecord::build)
                .toList();
        if (material.isEmpty()) {
            throw unknown(name);
        }
        BuildMetrics newest = material.get(material.size() - 1);
        return new JudgedSide(
                name, material.stream().filter(newest::isComparableWith).toList());
    }

    private static RefusedException unknown(String name) {
        return new RefusedException(
                404, "'" + name + "' is neither the id of a recorded build nor a commit with a build that counts.");
    }
}
