package dev.bengal.benchmarks.changepoints;

import dev.bengal.analysis.changepoint.ChangeAlarm;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the detector on labelled series. */
@Command(name = "score", description = "Scores the detector on labelled series, with machine ids and on values alone.")
final class ScoreCommand implements Callable<Integer> {
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON lines; without, fresh series are made.")
    private @Nullable Path file;

    @Option(names = "--online", description = "Also the alarm that never looks ahead; takes minutes.")
    private boolean online;

    @Option(names = "--seed", defaultValue = "1", description = "Of the fresh series; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--count", defaultValue = "450", description = "How many; ${DEFAULT-VALUE} by default.")
    private int count;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<LabelledSeries> all =
                file == null ? Fresh.series(seed, count).toList() : SeriesFile.read(Objects.requireNonNull(file));
        out.println(all.size() + " series");
        for (boolean named : new boolean[] {true, false}) {
            String with = named ? "machine ids   " : "values alone  ";
            Score score = Score.NONE;
            for (LabelledSeries series : all) {
                score = score.plus(series.changePoints(), found(series, named), series.values().length);
            }
            out.println(with + score);
            if (online) {
                Score alarms = Score.NONE;
                for (LabelledSeries series : all) {
                    alarms = alarms.plus(series.changePoints(), alarms(series, named), series.values().length);
                }
                out.println("  online      " + alarms);
            }
        }
        out.flush();
        return 0;
    }

    private static int[] machines(LabelledSeries series, boolean named) {
        return named ? series.machines() : new int[series.values().length];
    }

    private static int[] found(LabelledSeries series, boolean named) {
        return DETECTOR.detect(series.values(), machines(series, named)).stream()
                .filter(change -> change.kind() == ChangePoint.Kind.STEP)
                .mapToInt(ChangePoint::index)
                .toArray();
    }

    private static int[] alarms(LabelledSeries series, boolean named) {
        ChangeAlarm alarm = new ChangeAlarm();
        int[] machines = machines(series, named);
        return IntStream.range(0, machines.length)
                .flatMap(i -> alarm.append(series.values()[i], machines[i]).stream())
                .toArray();
    }

    /** Series that nobody has tuned to. */
    static final class Fresh {
        private Fresh() {}

        static Stream<LabelledSeries> series(long seed, int count) {
            SeriesGenerator generator = new SeriesGenerator(seed);
            return IntStream.range(0, count).mapToObj(generator::next);
        }
    }
}
