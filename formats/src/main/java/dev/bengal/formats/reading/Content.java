package dev.bengal.formats.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bengal.formats.FormatsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file holds, as JSON, XML or lines of text, by its first letters. */
final class Content {
    /** Each token is an object in memory: so many of them are some hundred megabytes. */
    private static final long MOST_TOKENS = 5_000_000;

    private static final int DEEPEST = 100;
    private static final int HEAD = 4096;
    private static final int LONGEST_LINE = 20_000;
    private static final String ASSIGNED = "window.BENCHMARK_DATA";
    /** How the parser tells where something began, with what it keeps to itself. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;\\]]*; (line: \\d+, column: \\d+)]");

    /** What Jackson says of the program that calls it, which is nothing to who imports. */
    private static final Pattern SETTING = Pattern.compile(", from `[A-Za-z.()]+`");

    private static final Pattern ESCAPES = Pattern.compile("\u001B\\[[0-9;]{0,20}[A-Za-z]");

    private static final JsonMapper JSON = JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ResultFile file;
    private final Kind kind;
    private final Charset charset;
    private final String head;
    private @Nullable JsonPlace json;

    /** What the letters are. */
    enum Kind {
        JSON,
        DATA_JS,
        XML,
        TEXT
    }

    private Content(ResultFile file, Charset charset, String head, Kind kind) {
        this.file = file;
        this.head = head;
        this.charset = charset;
        this.kind = kind;
    }

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxTokenCount(MOST_TOKENS)
                        .maxNumberLength(400)
                        .maxStringLength(1 << 20)
                        .maxNameLength(20_000)
                        .build())
                .build();
    }

    /** Looks at the first letters. An archive is refused: nothing is ever unpacked. */
    static Content of(ResultFile file) {
        byte[] bytes = file.content();
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 'P', 'K', 5, 6) || startsWith(bytes, 0x1f, 0x8b)) {
            throw new FormatsException(
                    file.name() + " is a compressed archive; unpack it and import the files that are in it.");
        }
        Charset charset = charset(bytes);
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), charset).strip();
        head = head.startsWith("\uFEFF") ? head.substring(1).strip() : head;
        return new Content(file, charset, head, kind(head));
    }

    private static Kind kind(String head) {
        if (head.startsWith(ASSIGNED)) {
            return Kind.DATA_JS;
        }
        // A log begins with [INFO], which is no array.
        if (head.startsWith("{") || (head.startsWith("[") && !head.matches("(?s)\\[[A-Z]{4,7}].*"))) {
            return Kind.JSON;
        }
        return head.startsWith("<") ? Kind.XML : Kind.TEXT;
    }

    /** PowerShell writes UTF-16 where output is redirected. */
    private static Charset charset(byte... bytes) {
        return isUtf16(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean isUtf16(byte... bytes) {
        return startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
    }

    private static boolean isUtf8(byte... bytes) {
        return startsWith(bytes, 0xef, 0xbb, 0xbf);
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        return bytes.length >= magic.length
                && Arrays.equals(
                        Arrays.stream(magic).map(value -> (byte) value).toArray(),
                        java.util.stream.IntStream.range(0, magic.length)
                                .map(i -> bytes[i])
                                .toArray());
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return file.name();
    }

    /** The first letters, without the white space before them. */
    String head() {
        return head;
    }

    /** How the bytes are letters, as far as the first of them tell. */
    Charset charset() {
        return charset;
    }

    /** Whether a byte order mark tells how the bytes are letters, and not only their likeness. */
    boolean isMarked() {
        return isUtf16(file.content()) || isUtf8(file.content());
    }

    /** The bytes without the mark that {@link StandardCharsets#UTF_8} takes for a letter. */
    InputStream unmarked() {
        byte[] bytes = file.content();
        int mark = isUtf8(bytes) ? 3 : 0;
        return new ByteArrayInputStream(bytes, mark, bytes.length - mark);
    }

    ResultFile file() {
        return file;
    }

    /** Whether it is JSON; if so it is well-formed from here on. */
    boolean isJson() {
        return kind == Kind.JSON;
    }

    /** The value that the file holds. */
    JsonPlace json() {
        JsonPlace known = json;
        if (known == null) {
            known = new JsonPlace(name(), "$", parse());
            json = known;
        }
        return known;
    }

    private JsonNode parse() {
        try (JsonParser parser = parser()) {
            return parse(parser);
        } catch (IOException e) {
            throw new FormatsException(name() + ": not JSON that can be read (" + e.getMessage() + ").", e);
        }
    }

    private JsonParser parser() throws IOException {
        return kind == Kind.DATA_JS ? JSON.createParser(assigned()) : JSON.createParser(file.content());
    }

    private JsonNode parse(JsonParser parser) throws IOException {
        try {
            JsonNode tree = JSON.readTree(parser);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            // One that is too deep or too long does not say where it is so.
            JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw new FormatsException(
                    name() + ":" + location.getLineNr() + ": not JSON that can be read (" + reason(e)
                            + "); nothing of it was taken.",
                    e);
        }
    }

    /** What stands behind the equals sign of {@code window.BENCHMARK_DATA = {...};}. */
    private String assigned() {
        String text = text();
        int equals = text.indexOf('=');
        String value = text.substring(equals + 1).strip();
        return value.endsWith(";") ? value.substring(0, value.length() - 1) : value;
    }

    private static String reason(JsonProcessingException e) {
        return Optional.ofNullable(e.getOriginalMessage())
                .map(message -> message.lines().findFirst().orElse(""))
                .map(message -> SETTING.matcher(message).replaceFirst(""))
                .map(message -> SOURCE.matcher(message).replaceFirst("$1"))
                .map(message -> message.length() > 200 ? message.substring(0, 200) + "…" : message)
                .orElse("damaged");
    }

    private String text() {
        String text = charset.decode(ByteBuffer.wrap(file.content())).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Shows the lines with their numbers, from 1, without what colours them; one that no tool would print is left out. */
    void eachLine(BiConsumer<Integer, String> visitor) {
        String text = text();
        int number = 1;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start <= LONGEST_LINE) {
                visitor.accept(
                        number,
                        ESCAPES.matcher(text.substring(start, end))
                                .replaceAll("")
                                .stripTrailing());
            }
            number++;
            start = end + 1;
        }
    }

    /** Whether one of its lines matches. */
    boolean hasLine(Pattern pattern) {
        if (kind != Kind.TEXT) {
            return false;
        }
        boolean[] found = {false};
        eachLine(
                (number, line) -> found[0] |= !found[0] && pattern.matcher(line).find());
        return found[0];
    }

    /** A line of this file as people name it. */
    String line(int number) {
        return name() + ":" + number;
    }
}
