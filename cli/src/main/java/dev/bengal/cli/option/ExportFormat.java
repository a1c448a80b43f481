package dev.bengal.cli.option;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A format that builds are written in. */
public enum ExportFormat {
    CSV("csv", false),
    JSON("json", false),
    BENCHER("bencher", true),
    OPEN_METRICS("openmetrics", true),
    OTLP("otlp", false),
    SMALLER_IS_BETTER("customSmallerIsBetter", true),
    JUNIT("junit", true),
    HYPERFINE("hyperfine", false);

    private final String word;
    private final boolean isOfNewest;

    ExportFormat(String word, boolean isOfNewest) {
        this.word = word;
        this.isOfNewest = isOfNewest;
    }

    /** Whether it tells the state of now: of each project, scenario and environment the newest build alone. */
    public boolean isOfNewest() {
        return isOfNewest;
    }

    /** Reads its name. */
    public static final class Name implements ITypeConverter<ExportFormat>, Iterable<String> {
        @Override
        public ExportFormat convert(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.word.equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no format; known are " + String.join(", ", words()) + "."));
        }

        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }

        private static List<String> words() {
            return Arrays.stream(values()).map(format -> format.word).toList();
        }
    }
}
