package dev.bengal.site;

import dev.bengal.site.incremental.DocumentRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a document.
 *
 * @param fault why it is not there; null where it is
 * @param anew whether it was made in this build; if not, it stood from an earlier one
 * @param excerpt the beginning of its text
 * @param remarks what the author should know of it, which name no file
 */
record Made(@Nullable PageFault fault, boolean anew, String excerpt, List<String> remarks) {
    static Made failed(PageFault fault) {
        return new Made(fault, true, "", List.of());
    }

    static Made standing(DocumentRecord record) {
        return new Made(null, false, record.excerpt(), record.remarks());
    }

    boolean isThere() {
        return fault == null;
    }
}
