package dev.bengal.formats.fuzz;

import dev.bengal.formats.FormatsException;
import dev.bengal.formats.reading.Format;
import dev.bengal.formats.reading.ImportedRun;
import dev.bengal.formats.reading.ResultFile;
import dev.bengal.formats.reading.ResultReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What Jazzer calls with anything: the first byte chooses the format, or none, and the rest is the file. Whatever comes, it is read or
 * refused with a sentence. The property {@code bengal.fuzz.format} holds all tries to one format.
 */
public final class ImportFuzzer {
    private static final Format[] FORMATS = Format.values();
    private static final Optional<Format> ONLY =
            Optional.ofNullable(System.getProperty("bengal.fuzz.format")).map(ImportFuzzer::named);

    private ImportFuzzer() {}

    private static Format named(String word) {
        return Arrays.stream(FORMATS)
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no format"));
    }

    /** Loads what reads: with Jazzer's instruments that takes longer than any try may. */
    public static void fuzzerInitialize() {
        for (String input : List.of("{\"a\": 1}", "<testsuite/>", "a 1 ns/op")) {
            for (int choice = 0; choice <= FORMATS.length; choice++) {
                byte[] text = input.getBytes(StandardCharsets.UTF_8);
                byte[] tried = new byte[text.length + 1];
                tried[0] = (byte) choice;
                System.arraycopy(text, 0, tried, 1, text.length);
                fuzzerTestOneInput(tried);
            }
        }
    }

    /** One try. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int choice = input[0] & 0xff;
        Optional<Format> as = ONLY.isPresent() || choice >= FORMATS.length ? ONLY : Optional.of(FORMATS[choice]);
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
