package dev.bengal.experiment;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;

/** What the record of a command holds beside the fixed keys. */
public final class CommandMetric {
    /** What the command ended with. */
    public static final Metric EXIT_CODE = new Metric("exit_code", Unit.NONE, Direction.NONE, NoiseClass.EXACT);

    /** CPU time in user mode, of the command and the children that it waited for. */
    public static final Metric CPU_USER =
            new Metric("cpu_user_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY);

    /** CPU time in the kernel. */
    public static final Metric CPU_SYSTEM =
            new Metric("cpu_system_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY);

    /** The highest sum of the resident sets of all processes below the command. */
    public static final Metric MEMORY_TREE =
            new Metric("memory_tree_mb", Unit.MEBIBYTES, Direction.LOWER, NoiseClass.NOISY);

    /** The median wall time of the runs of a bench, with those of all runs; in the record of the last one. */
    public static final Metric BENCH_DURATION =
            new Metric("bench.duration_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY);

    private CommandMetric() {}
}
