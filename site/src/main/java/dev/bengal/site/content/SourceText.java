package dev.bengal.site.content;

import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.yaml.YamlFault;
import dev.bengal.site.yaml.YamlMapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The text of a content file, in its two parts.
 *
 * @param checksum of the bytes of the file
 * @param header the YAML between the two lines {@code ---}, or empty
 * @param headerLine lines of the file before the header
 * @param body the Markdown
 */
public record SourceText(long checksum, String header, int headerLine, String body) {
    private static final String MARK = "---";

    /** Reads a file that must be UTF-8; a byte order mark is dropped. */
    static SourceText read(Path file) throws PageException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return split(decode(bytes), Checksum.of(bytes));
        } catch (CharacterCodingException e) {
            throw new PageException(null, "is not UTF-8; save the file in that encoding");
        } catch (AccessDeniedException e) {
            throw new PageException(null, "cannot be read: permission denied");
        } catch (NoSuchFileException e) {
            throw new PageException(null, "is gone, or is a link that leads nowhere");
        } catch (IOException e) {
            throw new PageException(null, "cannot be read (" + e.getMessage() + ")");
        }
    }

    /** A text of ASCII alone, or of letters that a byte holds, takes half the memory when it is made at once. */
    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
        return text;
    }

    static SourceText split(String text) throws PageException {
        return split(text, 0);
    }

    private static SourceText split(String text, long checksum) throws PageException {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int firstEnd = endOfLine(text, start);
        if (!text.substring(start, firstEnd).stripTrailing().equals(MARK)) {
            return new SourceText(checksum, "", 0, text.substring(start));
        }
        int header = Math.min(firstEnd + 1, text.length());
        for (int at = header; at < text.length(); ) {
            int end = endOfLine(text, at);
            if (text.startsWith(MARK, at)
                    && text.substring(at, end).stripTrailing().equals(MARK)) {
                return new SourceText(
                        checksum, text.substring(header, at), 1, text.substring(Math.min(end + 1, text.length())));
            }
            at = end + 1;
        }
        throw new PageException(1, "front matter begins with --- and never ends; put a line --- after it");
    }

    FrontMatter frontMatter() throws PageException {
        return new FrontMatter(new FrontMatter.Layer(mapping(), "", headerLine), List.of());
    }

    /** What stands in the header. */
    YamlMapping mapping() throws PageException {
        try {
            return header.isBlank() ? new YamlMapping(Map.of()) : YamlMapping.parse(header);
        } catch (YamlFault e) {
            throw new PageException(e.line() + headerLine, "front matter is not YAML: " + e.reason());
        }
    }

    /** The Markdown of a text that may have a header; one whose header never ends is all Markdown. */
    public static String bodyOf(String text) {
        try {
            return split(text).body();
        } catch (PageException e) {
            return text;
        }
    }

    /** The line of the file in which the body begins, from 1. */
    public int bodyLine() {
        return headerLine == 0 ? 1 : 2 * headerLine + 1 + lines(header, header.length());
    }

    /** The line of a text in which that begins which {@link #bodyOf} leaves of it, from 1. */
    public static int firstLine(String text, String body) {
        return 1 + lines(text, text.length() - body.length());
    }

    private static int lines(String text, int end) {
        return (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
