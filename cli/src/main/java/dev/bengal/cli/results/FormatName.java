package dev.bengal.cli.results;

import dev.bengal.formats.reading.Format;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format of results, and knows all of them. */
public final class FormatName implements ITypeConverter<Format>, Iterable<String> {
    @Override
    public Format convert(String text) {
        return Format.ofWord(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no format; known are " + String.join(", ", words()) + "."));
    }

    @Override
    public Iterator<String> iterator() {
        return words().iterator();
    }

    private static List<String> words() {
        return Arrays.stream(Format.values()).map(Format::word).toList();
    }
}
