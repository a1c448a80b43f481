package dev.bengal.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code and the bytes that it allocated.
 *
 * @param line or null where the class file does not say
 * @param type the class of what was allocated there
 * @param count how many samples stand behind the size
 * @param share of all bytes that the build allocated, 0 to 1
 */
public record AllocationSite(
        String file,
        @Nullable Long line,
        String method,
        @Nullable String type,
        double sizeMebibytes,
        long count,
        double share) {
    public AllocationSite {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(method, "method");
    }
}
