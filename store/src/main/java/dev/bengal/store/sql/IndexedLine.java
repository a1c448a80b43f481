package dev.bengal.store.sql;

import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.columns.BuildDraft;
import dev.bengal.store.columns.MetricNumbers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal on its way into the index.
 *
 * @param number of the line, from 1
 * @param length of the line
 * @param build that it holds
 * @param event that it holds
 * @param isTorn whether its newline is missing
 */
record IndexedLine(
        long number,
        int length,
        @Nullable BuildDraft build,
        @Nullable Said event,
        List<Finding> findings,
        boolean isTorn) {
    /** An event and its line. */
    record Said(HistoryEvent event, String line) {}

    /** Reads a line. */
    static IndexedLine read(
            Path file, long number, long offset, byte[] bytes, BuildRecordReader reader, MetricNumbers metrics) {
        HistoryLine content = reader.read(bytes);
        return new IndexedLine(
                number,
                bytes.length,
                content instanceof HistoryLine.Build build
                        ? new BuildDraft(build.record().build(), offset, bytes.length, metrics)
                        : null,
                content instanceof HistoryLine.Event event
                        ? new Said(event.event(), new String(bytes, StandardCharsets.UTF_8))
                        : null,
                Finding.of(file, number, content),
                false);
    }

    /** One that is too long for a record. */
    static IndexedLine tooLong(Path file, long number, long length) {
        return new IndexedLine(number, 0, null, null, List.of(Finding.ofLongLine(file, number, length)), false);
    }

    /** The same without its newline, and nothing is said of what is wrong with it: that is said when it is whole. */
    IndexedLine torn() {
        return new IndexedLine(number, length, build, event, List.of(), true);
    }

    /** Whether it is a build or an event. */
    boolean isRecord() {
        return build != null || event != null;
    }
}
