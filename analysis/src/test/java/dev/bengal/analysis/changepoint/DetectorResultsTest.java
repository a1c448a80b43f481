package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the detector finds does not move when it is made faster. A change that is meant to move it writes the answers anew. */
class DetectorResultsTest {
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();
    private static final String DEVELOPMENT_SET = "bengal.changepoints";

    /** Asked for by {@code -Dbengal.changepoints=FILE}, since the labelled series are no part of the sources. */
    @Test
    void detect_findsInTheDevelopmentSetWhatItFoundBefore() throws IOException {
        String file = System.getProperty(DEVELOPMENT_SET);
        assumeThat(file)
                .as("the labelled development set; name its file by -D%s=FILE", DEVELOPMENT_SET)
                .isNotNull();
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(file))) {
            double[] values = numbers("values", line);
            int[] machine = Arrays.stream(numbers("machine", line))
                    .mapToInt(m -> (int) m)
                    .toArray();
            found.add(text("series_id", line) + " " + steps(DETECTOR.detect(values, machine)) + " "
                    + steps(DETECTOR.detect(values)));
        }

        assertThat(found).isEqualTo(before("development-set.txt"));
    }

    /** All that it says of series of every shape, told the machines and not, and as they grow. */
    @Test
    void detect_findsInMadeUpSeriesWhatItFoundBefore() throws IOException {
        List<String> found = MadeUpSeries.all().stream()
                .map(series -> series.name() + " " + said(DETECTOR.detect(series.values(), series.machines())) + " | "
                        + said(DETECTOR.detect(series.values())) + " | " + alarms(series))
                .map(String::stripTrailing)
                .toList();

        assertThat(found).isEqualTo(before("made-up-series.txt"));
    }

    private static String said(List<ChangePoint> changes) {
        return changes.stream()
                .map(change -> String.format(
                        Locale.ROOT,
                        "%d %s %s %.4f (%.4f %.4f)",
                        change.index(),
                        change.kind(),
                        change.state(),
                        change.effect().change(),
                        change.effect().interval().low(),
                        change.effect().interval().high()))
                .collect(Collectors.joining(", "));
    }

    private static String alarms(MadeUpSeries series) {
        ChangeAlarm alarm = new ChangeAlarm();
        StringBuilder alarms = new StringBuilder();
        for (int i = 0; i < Math.min(120, series.values().length); i++) {
            int seenAt = i;
            alarm.append(series.values()[i], series.machines()[i])
                    .ifPresent(index -> alarms.append(seenAt + ":" + index + " "));
        }
        return alarms.toString().strip();
    }

    /** Made-up machines that take turns, named and not, between which the fast way and the plain one must agree. */
    @Test
    void shiftedPath_costsTheSameWhicheverMachineIsNamedFirst() {
        for (long seed = 1; seed <= 20; seed++) {
            double[] values = turns(seed, 300);
            Grid grid = Grid.over(values, 0.02);
            double penalty = 4 * 0.02 * 0.02 * Math.log(values.length);
            ShiftedLevelPath path = path(grid, values, penalty, 0, 0.3);
            // A third machine that no build can be of keeps it from the fast way, and changes nothing.
            ShiftedLevelPath plain = path(grid, values, penalty, 0, 0.3, 1e6);

            assertThat(path.cost()).isEqualTo(plain.cost());
            assertThat(path.starts()).isEqualTo(plain.starts());
        }
    }

    private static ShiftedLevelPath path(Grid grid, double[] values, double penalty, double... offsets) {
        ShiftedLevelPath path = new ShiftedLevelPath(grid, offsets, 0.02, penalty, 6 * 0.02 * 0.02, values.length);
        for (double value : values) {
            path.append(value);
        }
        return path;
    }

    private static double[] turns(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[length];
        int machine = 0;
        double level = 7;
        for (int i = 0; i < length; i++) {
            machine = random.nextInt(5) == 0 ? 1 - machine : machine;
            level += random.nextInt(90) == 0 ? random.nextDouble(-0.5, 0.5) : 0;
            double noise = 0.02 * (random.nextDouble(-1, 1) + random.nextDouble(-1, 1) + random.nextDouble(-1, 1));
            double wild = random.nextInt(25) == 0 ? random.nextDouble() : 0;
            values[i] = level + 0.3 * machine + noise + wild;
        }
        return values;
    }

    private static List<Integer> steps(List<ChangePoint> changes) {
        return changes.stream()
                .filter(change -> change.kind() == ChangePoint.Kind.STEP)
                .map(ChangePoint::index)
                .toList();
    }

    private static List<String> before(String name) throws IOException {
        try (InputStream answers = DetectorResultsTest.class.getResourceAsStream(name)) {
            return new String(answers.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String text(String key, String line) {
        Matcher matcher = Pattern.compile("\"" + key + "\": \"([^\"]*)\"").matcher(line);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static double[] numbers(String key, String line) {
        Matcher matcher = Pattern.compile("\"" + key + "\": \\[([^\\]]*)\\]").matcher(line);
        assertThat(matcher.find()).isTrue();
        return Arrays.stream(matcher.group(1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
