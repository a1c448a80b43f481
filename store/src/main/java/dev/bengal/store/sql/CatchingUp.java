package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Seal;
import dev.bengal.store.columns.MetricNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Brings an index up to the end of its journal. Long stretches are parsed on all processors, while one thread reads and writes.
 * Every so many lines all is committed, so that other processes get on and a killed one has not worked in vain.
 */
final class CatchingUp {
    private static final int BATCH = 256;
    /** Whole blocks where no line is anything but a build, so that few builds are written twice. */
    private static final int COMMIT_EVERY = 5 * IndexWriter.BLOCK;

    private static final int BATCHES_AHEAD = 8;

    private final Connection connection;
    private final Journal journal;
    private final String project;
    private final int blockSize;
    private final BuildRecordReader reader;

    CatchingUp(Connection connection, Journal journal, String project, int blockSize) {
        this.connection = connection;
        this.journal = journal;
        this.project = project;
        this.blockSize = blockSize;
        this.reader = new BuildRecordReader(project);
    }

    /**
     * Reads what is new.
     *
     * @throws StaleIndexException where the index is not of this journal
     */
    void run() throws SQLException {
        if (progress().end() == journal.size()) {
            return;
        }
        boolean more = true;
        while (more) {
            execute("BEGIN IMMEDIATE");
            try {
                more = step(progress());
                execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                rollBack(e);
                throw e;
            }
        }
    }

    private Progress progress() throws SQLException {
        Progress progress = Progress.read(connection).orElse(Progress.start(project));
        if (!progress.isOf(journal, journal.size(), project)) {
            throw new StaleIndexException("the index is of another history");
        }
        return progress;
    }

    /** Reads up to as many lines as are committed at once; tells whether there may be more. */
    private boolean step(Progress from) throws SQLException {
        Object file = journal.fileKey();
        MetricNumbers metrics = MetricTable.read(connection);
        try (IndexWriter writer = new IndexWriter(connection, metrics, blockSize);
                Pipeline pipeline = new Pipeline(writer, metrics)) {
            try {
                journal.walk(from.position(), from.line(), pipeline);
            } catch (EnoughException e) {
                // The rest comes in the next step.
            }
            pipeline.finish();
            writer.finish();
            long position = pipeline.position(from.position());
            long seal = Seal.of(journal, position + pipeline.torn);
            if (!Objects.equals(file, journal.fileKey())) {
                throw new StaleIndexException("the history was replaced while it was read");
            }
            Progress to = new Progress(position, from.line() + pipeline.wholeLines, pipeline.torn, seal, project);
            if (!to.equals(from)) {
                to.save(connection);
            }
            return pipeline.wholeLines >= COMMIT_EVERY;
        }
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private void rollBack(Exception failure) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Enough was read for one transaction. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1;

        EnoughException() {
            super("enough", null, false, false);
        }
    }

    /** Takes lines from the journal, has them parsed by others and hands them on in their order. */
    private final class Pipeline implements Journal.LineVisitor, AutoCloseable {
        private final IndexWriter writer;
        private final MetricNumbers metrics;
        private final Deque<CompletableFuture<List<IndexedLine>>> ahead = new ArrayDeque<>();
        private List<Raw> batch = new ArrayList<>(BATCH);
        private @Nullable ExecutorService parsers;
        private long wholeLines;
        private long torn;
        private long end = -1;

        Pipeline(IndexWriter writer, MetricNumbers metrics) {
            this.writer = writer;
            this.metrics = metrics;
        }

        long position(long start) {
            return end < 0 ? start : end;
        }

        @Override
        public void line(long number, long offset, byte[] line, boolean whole) {
            take(new Raw(number, offset, line, -1, whole));
            seen(offset + line.length + 1, whole);
        }

        @Override
        public void longLine(long number, long offset, long length, boolean whole) {
            if (whole) {
                take(new Raw(number, offset, new byte[0], length, true));
            }
            seen(offset + length + 1, whole);
        }

        /** A last line without its newline is read again, since its writer may still be at it. */
        private void seen(long next, boolean whole) {
            if (whole) {
                end = next;
                wholeLines++;
            }
            if (wholeLines >= COMMIT_EVERY) {
                throw new EnoughException();
            }
        }

        private void take(Raw line) {
            batch.add(line);
            if (batch.size() == BATCH) {
                send();
            }
        }

        private void send() {
            List<Raw> full = batch;
            batch = new ArrayList<>(BATCH);
            ahead.add(parsed(full));
            if (ahead.size() > BATCHES_AHEAD) {
                write(ahead.remove());
            }
        }

        /** A few lines are parsed at once and here: threads would cost more than they save. */
        private CompletableFuture<List<IndexedLine>> parsed(List<Raw> lines) {
            if (parsers == null && lines.size() < BATCH) {
                return CompletableFuture.completedFuture(parse(lines));
            }
            if (parsers == null) {
                parsers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
            }
            return CompletableFuture.supplyAsync(() -> parse(lines), parsers);
        }

        private List<IndexedLine> parse(List<Raw> lines) {
            return lines.stream().map(this::parse).toList();
        }

        private IndexedLine parse(Raw raw) {
            if (raw.tooLong() >= 0) {
                return IndexedLine.tooLong(journal.file(), raw.number(), raw.tooLong());
            }
            IndexedLine line =
                    IndexedLine.read(journal.file(), raw.number(), raw.offset(), raw.bytes(), reader, metrics);
            return raw.whole() ? line : line.torn();
        }

        private void write(CompletableFuture<List<IndexedLine>> parsed) {
            try {
                for (IndexedLine line : parsed.join()) {
                    writer.add(line);
                    if (line.isTorn() && line.isRecord()) {
                        torn = line.length();
                    }
                }
            } catch (SQLException e) {
                throw new SqlFailure(e);
            } catch (CompletionException | CancellationException e) {
                throw new IllegalStateException("a line could not be parsed", e);
            }
        }

        void finish() {
            if (!batch.isEmpty()) {
                send();
            }
            while (!ahead.isEmpty()) {
                write(ahead.remove());
            }
        }

        @Override
        public void close() {
            if (parsers != null) {
                parsers.shutdownNow();
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // It lives for a moment and is never compared.
    private record Raw(long number, long offset, byte[] bytes, long tooLong, boolean whole) {}
}
