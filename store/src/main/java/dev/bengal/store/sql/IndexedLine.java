package dev.bengal.store.sql;

import dev.bengal.model.BuildMetrics;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.columns.BuildRow;
import dev.bengal.store.columns.MetricNumbers;
import dev.bengal.store.columns.PackedReadings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal on its way into the index.
 *
 * @param number of the line, from 1
 * @param bytes the line itself, or null for one that is too long
 * @param readings of a build
 * @param isTorn whether its newline is missing
 */
@SuppressWarnings("ArrayRecordComponent") // It lives for a moment and is never compared.
record IndexedLine(
        long number,
        long offset,
        int length,
        HistoryLine content,
        List<Finding> findings,
        @Nullable PackedReadings readings,
        byte[] bytes,
        boolean isTorn) {
    /** Reads a line. */
    static IndexedLine read(
            Path file, long number, long offset, byte[] bytes, BuildRecordReader reader, MetricNumbers metrics) {
        HistoryLine content = reader.read(bytes);
        return new IndexedLine(
                number,
                offset,
                bytes.length,
                content,
                Finding.of(file, number, content),
                content instanceof HistoryLine.Build build
                        ? PackedReadings.of(build.record().build(), metrics)
                        : null,
                bytes,
                false);
    }

    /** One that is too long for a record. */
    static IndexedLine tooLong(Path file, long number, long offset, long length) {
        return new IndexedLine(
                number,
                offset,
                0,
                new HistoryLine.Blank(),
                List.of(Finding.ofLongLine(file, number, length)),
                null,
                new byte[0],
                false);
    }

    /** The same without its newline, and nothing is said of what is wrong with it: that is said when it is whole. */
    IndexedLine torn() {
        return new IndexedLine(number, offset, length, content, List.of(), readings, bytes, true);
    }

    /** Whether it is a build or an event. */
    boolean isRecord() {
        return content instanceof HistoryLine.Build || content instanceof HistoryLine.Event;
    }

    /** The build on this line. */
    BuildMetrics build() {
        return ((HistoryLine.Build) content).record().build();
    }

    /** The build on this line as the index keeps it. */
    BuildRow row(long buildNumber, Words words) {
        return BuildRow.of(build(), buildNumber, offset, length, words::number, Objects.requireNonNull(readings));
    }

    /** The line itself. */
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
