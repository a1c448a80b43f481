package dev.bengal.cli.results;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.journal.Journal;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a history, whose lines are records, from the results of other tools. */
public final class HistoryFile {
    private static final int LINES_LOOKED_AT = 20;
    private static final int LONGEST_LINE = 1 << 20;

    private HistoryFile() {}

    /** Whether it is called {@code .jsonl}, or one of its first lines is a record. */
    public static boolean isOne(Path file) throws IOException {
        return file.toString().endsWith(".jsonl") || hasRecord(file);
    }

    private static boolean hasRecord(Path file) throws IOException {
        BuildRecordReader reader = new BuildRecordReader("unnamed");
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (int i = 0; i < LINES_LOOKED_AT; i++) {
                Optional<String> line = line(lines);
                if (line.isEmpty()) {
                    return false;
                }
                String text = line.get().strip();
                if (text.startsWith("{") && isRecord(reader.read(text.getBytes(StandardCharsets.UTF_8)))) {
                    return true;
                }
            }
            return false;
        } catch (MalformedInputException e) {
            return false;
        }
    }

    private static boolean isRecord(HistoryLine line) {
        return line instanceof HistoryLine.Build || line instanceof HistoryLine.Event;
    }

    /**
     * Refuses a history of lines none of which is a record.
     *
     * @throws CommandException with what is wrong with the first of them
     */
    public static void requireRecords(Path history) {
        Records records = new Records(history);
        new Journal(history).walk(records);
        if (!records.isAny && records.firstLost != null) {
            throw new CommandException(
                    history + " is no history: none of its lines is a record. " + records.firstLost + ".");
        }
    }

    /** Whether there is any. */
    private static final class Records implements Journal.LineVisitor {
        private final BuildRecordReader reader = new BuildRecordReader("unnamed");
        private final Path history;
        private boolean isAny;
        private @Nullable Finding firstLost;

        Records(Path history) {
            this.history = history;
        }

        @Override
        public void line(long number, long offset, byte[] line, boolean whole) {
            if (isAny) {
                return;
            }
            HistoryLine content = reader.read(line);
            isAny = content.id().isPresent();
            Finding.of(history, number, content).stream().filter(Finding::lost).forEach(this::lose);
        }

        @Override
        public void longLine(long number, long offset, long length, boolean whole) {
            lose(Finding.ofLongLine(history, number, length));
        }

        private void lose(Finding finding) {
            firstLost = firstLost == null ? finding : firstLost;
        }
    }

    /** The next line, as far as it is worth looking at; empty at the end. */
    private static Optional<String> line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) c);
            c = reader.read();
        }
        return Optional.of(line.toString());
    }

    /**
     * The records of an array as {@code perf --format json} prints it, one a line, exactly as they stood in their history; empty where the
     * file is none.
     */
    public static Optional<List<String>> exported(Path file) throws IOException {
        List<String> records = new ArrayList<>();
        BuildRecordReader reader = new BuildRecordReader("unnamed");
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            if (!"[".equals(lines.readLine())) {
                return Optional.empty();
            }
            for (String line = lines.readLine(); line != null && !line.equals("]"); line = lines.readLine()) {
                String record = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
                if (records.isEmpty() && !isRecord(reader.read(record.getBytes(StandardCharsets.UTF_8)))) {
                    return Optional.empty();
                }
                records.add(record);
            }
            return records.isEmpty() ? Optional.empty() : Optional.of(records);
        } catch (MalformedInputException e) {
            return Optional.empty();
        }
    }
}
