package dev.bengal.store;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Walks over a history: hands out its builds and events, and notes what is not as it should be. */
final class FindingLines implements Journal.LineVisitor {
    private final Path file;
    private final List<Finding> findings;
    private final BuildRecordReader reader;
    private final Consumer<HistoryEvent> events;
    private final Consumer<BuildRecord> builds;

    FindingLines(
            Path file,
            List<Finding> findings,
            BuildRecordReader reader,
            Consumer<HistoryEvent> events,
            Consumer<BuildRecord> builds) {
        this.file = file;
        this.findings = findings;
        this.reader = reader;
        this.events = events;
        this.builds = builds;
    }

    @Override
    public void line(long number, long offset, byte[] bytes, boolean whole) {
        HistoryLine line = reader.read(bytes);
        if (line instanceof HistoryLine.Build build) {
            builds.accept(build.record());
        } else if (line instanceof HistoryLine.Event event) {
            events.accept(event.event());
        }
        findings.addAll(Finding.of(file, number, line));
    }

    @Override
    public void longLine(long number, long offset, long length, boolean whole) {
        findings.add(Finding.ofLongLine(file, number, length));
    }
}
