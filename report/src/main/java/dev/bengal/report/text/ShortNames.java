package dev.bengal.report.text;

import dev.bengal.model.PhaseMetrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What phases are called below one another: where the name of one begins with that of the outermost one around it, which stands above
 * it on the same thread, that beginning is left out, and {@code phase.} and {@code mojo.} of a module's phases with it: {@code test}
 * and {@code surefire:test} say as much. Cut to the width of a column, {@code module.catalog.phase.test} and {@code
 * module.catalog.mojo.surefire:test} would be the same word.
 */
public final class ShortNames {
    private static final String MODULE = "module.";
    private static final List<String> KINDS = List.of("phase.", "mojo.");

    /** Nobody nests deeper on purpose; a record may name its phases as each other's parents. */
    private static final int DEEPEST = 16;

    private final Map<String, PhaseMetrics> shown = new HashMap<>();

    /** @param shown the phases that are drawn */
    public ShortNames(List<PhaseMetrics> shown) {
        for (PhaseMetrics phase : shown) {
            this.shown.put(phase.name(), phase);
        }
    }

    /** Not yet fit for a terminal. */
    public String of(PhaseMetrics phase) {
        PhaseMetrics top = phase;
        for (int depth = 0; depth < DEEPEST && around(top) != null; depth++) {
            top = Objects.requireNonNull(around(top));
        }
        boolean isShort = phase.name().startsWith(top.name() + ".") && Objects.equals(top.thread(), phase.thread());
        return isShort ? own(top.name(), phase.name().substring(top.name().length() + 1)) : phase.name();
    }

    /** The same with a blank for each phase around it, where it is short. */
    public String indented(PhaseMetrics phase) {
        String name = of(phase);
        int depth = 0;
        for (PhaseMetrics around = around(phase);
                around != null && depth < DEEPEST && !name.equals(phase.name());
                around = around(around)) {
            depth++;
        }
        return " ".repeat(depth) + name;
    }

    private static String own(String top, String part) {
        return KINDS.stream()
                .filter(kind -> top.startsWith(MODULE) && part.startsWith(kind) && part.length() > kind.length())
                .findFirst()
                .map(kind -> part.substring(kind.length()))
                .orElse(part);
    }

    private @Nullable PhaseMetrics around(PhaseMetrics phase) {
        String parent = phase.parent();
        return parent == null ? null : shown.get(parent);
    }
}
