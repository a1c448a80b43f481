package dev.bengal.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array of a record that is not parsed before it is asked for.
 *
 * @param line that holds it, of plain ASCII
 * @param from the place of its bracket
 * @param to the place behind the other bracket
 */
record UnreadArray(String line, int from, int to) {
    /**
     * Its elements.
     *
     * @throws IndexException where the journal was changed in place since the index read it
     */
    List<?> read() {
        try {
            String array = "{\"array\":" + line.substring(from, to) + "}";
            Map<String, @Nullable Object> object = JsonText.object(array, array.getBytes(StandardCharsets.ISO_8859_1));
            return object.get("array") instanceof List<?> elements ? elements : List.of();
        } catch (DamagedLineException e) {
            throw new IndexException(
                    "a build of the history is not what it was when the index read it: " + e.getMessage()
                            + " 'bengal perf doctor' shows what became of the history.",
                    e);
        }
    }
}
