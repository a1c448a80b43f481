package dev.bengal.formats.fuzz;

import dev.bengal.formats.FormatsException;
import dev.bengal.formats.reading.Format;
import dev.bengal.formats.reading.ImportedRun;
import dev.bengal.formats.reading.ResultFile;
import dev.bengal.formats.reading.ResultReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What Jazzer calls with anything: the first byte chooses the format, or none, and the rest is the file. Whatever comes, it is read or
 * refused with a sentence.
 */
public final class ImportFuzzer {
    private static final Format[] FORMATS = Format.values();

    private ImportFuzzer() {}

    /** One try. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int choice = input[0] & 0xff;
        Optional<Format> as = choice < FORMATS.length ? Optional.of(FORMATS[choice]) : Optional.empty();
        ResultFile file = ResultFile.of("input", Arrays.copyOfRange(input, 1, input.length));
        try {
            List<ImportedRun> runs = ResultReader.read(List.of(file), as);
            if (runs.isEmpty()) {
                throw new IllegalStateException("read, but nothing came of it");
            }
        } catch (FormatsException e) {
            requireSentence(e);
        }
    }

    private static void requireSentence(FormatsException refusal) {
        String message = String.valueOf(refusal.getMessage());
        if (!message.startsWith("input") || message.length() > 5000) {
            throw new IllegalStateException("a refusal that does not name the file: " + message, refusal);
        }
    }
}
