package dev.bengal.report.build;

import dev.bengal.model.PhaseMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Phases below the phase that they name as their parent, each once, whatever a record claims. Those that no way leads to from the
 * top, because their parent was not recorded or they are each other's parents, stand at the top.
 */
final class PhaseTree {
    /** Nesting beyond it is drawn at the top: no build nests so deep, but a record may claim to. */
    private static final int DEEPEST = 20;

    private final List<PhaseMetrics> phases;
    private final Set<PhaseMetrics> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Branch> branches = new ArrayList<>();

    private PhaseTree(List<PhaseMetrics> phases) {
        this.phases = phases;
    }

    /** The phases in the order in which they are drawn. */
    static List<Branch> of(List<PhaseMetrics> phases) {
        PhaseTree tree = new PhaseTree(phases);
        tree.grow();
        return tree.branches;
    }

    private void grow() {
        Set<String> names = phases.stream().map(PhaseMetrics::name).collect(Collectors.toSet());
        for (PhaseMetrics phase : phases) {
            if (phase.parent() == null || !names.contains(phase.parent())) {
                grow(phase, 0);
            }
        }
        phases.forEach(phase -> grow(phase, 0));
    }

    private void grow(PhaseMetrics phase, int depth) {
        if (!drawn.add(phase)) {
            return;
        }
        branches.add(new Branch(phase, depth));
        if (depth < DEEPEST) {
            for (PhaseMetrics child : phases) {
                if (phase.name().equals(child.parent())) {
                    grow(child, depth + 1);
                }
            }
        }
    }

    /** A phase, and how many stand around it. */
    record Branch(PhaseMetrics phase, int depth) {}
}
