package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Turns a line of a history into a build, whichever version wrote it: schema version 1, or one of the records without a
 * version that came before. It throws nothing: a line that is no record says why.
 */
public final class BuildRecordReader {
    private static final int SENTENCE_LENGTH = 120;

    private final String project;

    /** @param project whose history it is, for records that do not say */
    public BuildRecordReader(String project) {
        this.project = Objects.requireNonNull(project, "project");
    }

    /**
     * What the line holds.
     *
     * @param line its bytes, without the newline
     */
    public HistoryLine read(byte[] line) {
        try {
            String text = decode(line);
            if (text.isBlank()) {
                return new HistoryLine.Blank();
            }
            return read(text);
        } catch (DamagedLineException e) {
            return new HistoryLine.Damaged(printable(Objects.requireNonNullElse(e.getMessage(), "unreadable")));
        } catch (IllegalArgumentException e) {
            return new HistoryLine.Damaged(printable("not a build record: " + e.getMessage()));
        }
    }

    private HistoryLine read(String line) throws DamagedLineException {
        List<String> notes = new ArrayList<>();
        Fields fields = new Fields(JsonText.object(line), notes);
        if (fields.has("event")) {
            return new HistoryLine.Event(fields.text("event", "unnamed"));
        }
        BuildMetrics build = fields.has("schema_version")
                ? new VersionedRecord(fields, project).build()
                : new EarlyRecord(fields, project, line).build();
        return new HistoryLine.Build(
                new BuildRecord(build, line),
                notes.stream().map(BuildRecordReader::printable).toList());
    }

    private static String decode(byte[] line) throws DamagedLineException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            // Editors and shells of Windows leave a mark at the start of a file and a return at the end of its lines.
            int start = text.startsWith("\uFEFF") ? 1 : 0;
            return text.substring(start, text.length() - (text.endsWith("\r") ? 1 : 0));
        } catch (CharacterCodingException e) {
            throw new DamagedLineException("not UTF-8");
        }
    }

    /** A sentence that may quote the line, fit for a terminal: short, and without characters that steer one. */
    private static String printable(String sentence) {
        StringBuilder printable = new StringBuilder();
        sentence.codePoints()
                .limit(SENTENCE_LENGTH)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
                .forEach(printable::appendCodePoint);
        return sentence.codePointCount(0, sentence.length()) > SENTENCE_LENGTH
                ? printable + "..."
                : printable.toString();
    }
}
