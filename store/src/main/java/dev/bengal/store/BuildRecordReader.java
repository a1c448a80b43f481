package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns a line of a history into a build, whichever version wrote it: schema version 1, or one of the records without a
 * version that came before. It throws nothing: a line that is no record says why.
 */
public final class BuildRecordReader {
    private static final int SENTENCE_LENGTH = 120;
    private static final String UTF_16 = "not UTF-8 but UTF-16 ('iconv -f UTF-16 -t UTF-8' mends that)";

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
        return read(line, JsonText::object);
    }

    /**
     * What a line holds, and no more of it than is asked for: the phases, measurements and allocators of a build are read when something
     * of them is needed. What is wrong with them is not said, and where they are no JSON, asking for them fails: for a line that was read
     * before, or of which they are not asked for.
     *
     * @param line its bytes, without the newline
     */
    public HistoryLine readAgain(byte[] line) {
        return read(line, JsonText::objectForLater);
    }

    private HistoryLine read(byte[] line, Parsing parsing) {
        try {
            String text = decode(line);
            if (text.isBlank()) {
                return new HistoryLine.Blank();
            }
            return read(text, line, parsing);
        } catch (DamagedLineException e) {
            return new HistoryLine.Damaged(printable(Objects.requireNonNullElse(e.getMessage(), "unreadable")));
        } catch (IllegalArgumentException e) {
            return new HistoryLine.Damaged(printable("not a build record: " + e.getMessage()));
        }
    }

    private HistoryLine read(String line, byte[] bytes, Parsing parsing) throws DamagedLineException {
        List<String> notes = new ArrayList<>();
        Fields fields = new Fields(object(line, bytes, parsing), notes);
        if (fields.has("event")) {
            return new HistoryLine.Event(new EventRecord(fields).event());
        }
        BuildMetrics build = fields.has("schema_version")
                ? new VersionedRecord(fields, project).build()
                : new EarlyRecord(fields, project, line).build();
        return new HistoryLine.Build(
                new BuildRecord(build, line),
                notes.stream().map(BuildRecordReader::printable).toList());
    }

    /** NULs are no JSON anywhere, so that they need to be looked for only where it is none. */
    private static Map<String, @Nullable Object> object(String line, byte[] bytes, Parsing parsing)
            throws DamagedLineException {
        try {
            return parsing.object(line, bytes);
        } catch (DamagedLineException e) {
            if (line.indexOf('\0') >= 0) {
                throw new DamagedLineException(
                        isEverySecondNul(line) ? UTF_16 : "it holds NUL bytes, as a crash of the machine leaves them");
            }
            throw e;
        }
    }

    private static String decode(byte[] line) throws DamagedLineException {
        // The quick way puts a sign in place of what is no UTF-8; whether the line held that sign itself is asked only
        // then.
        String text = new String(line, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(line);
        }
        // Editors and shells of Windows leave a mark at the start of a file and a return at the end of its lines.
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        return text.substring(start, text.length() - (text.endsWith("\r") ? 1 : 0));
    }

    /** ASCII in UTF-16 has one wherever it has no letter. */
    private static boolean isEverySecondNul(String text) {
        long nuls = text.chars().filter(c -> c == 0).count();
        return nuls < text.length() && Math.abs(text.length() - 2 * nuls) <= 2;
    }

    private static void requireUtf8(byte[] line) throws DamagedLineException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
        } catch (CharacterCodingException e) {
            boolean isUtf16 = line.length > 1 && (line[0] & 0xff) + (line[1] & 0xff) == 0xff + 0xfe;
            throw new DamagedLineException(isUtf16 ? UTF_16 : "not UTF-8");
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

    /** One of the two ways of {@link JsonText}. */
    @FunctionalInterface
    private interface Parsing {
        Map<String, @Nullable Object> object(String line, byte[] bytes) throws DamagedLineException;
    }
}
