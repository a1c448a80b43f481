package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads lines and insists on what they turn out to be. */
final class Lines {
    private static final BuildRecordReader READER = new BuildRecordReader("docs");

    private Lines() {}

    static HistoryLine read(String line) {
        return READER.read(line.getBytes(StandardCharsets.UTF_8));
    }

    static HistoryLine read(byte[] line) {
        return READER.read(line);
    }

    /** The build, of which everything could be used. */
    static BuildMetrics build(String line) {
        assertThat(notes(line)).isEmpty();
        return anyBuild(line).record().build();
    }

    /** The build, whatever was noted. */
    static HistoryLine.Build anyBuild(String line) {
        assertThat(read(line)).as(line).isInstanceOf(HistoryLine.Build.class);
        return (HistoryLine.Build) read(line);
    }

    static List<String> notes(String line) {
        return anyBuild(line).notes();
    }

    /** Why the line is no build. */
    static String damage(byte[] line) {
        HistoryLine read = READER.read(line);
        assertThat(read).isInstanceOf(HistoryLine.Damaged.class);
        return ((HistoryLine.Damaged) read).reason();
    }

    static String damage(String line) {
        return damage(line.getBytes(StandardCharsets.UTF_8));
    }
}
