package dev.bengal.site.theme;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code {% for entry in data.colors | entries %}}: the entries of a map, each with {@code key} and {@code value}. Those of Java are objects with
 * methods, and templates may call none.
 */
final class EntriesFilter implements Filter {
    @Override
    public List<String> getArgumentNames() {
        return List.of();
    }

    @Override
    public Object apply(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate self,
            EvaluationContext context,
            int lineNumber)
            throws PebbleException {
        if (input == null) {
            return List.of();
        }
        if (!(input instanceof Map<?, ?> map)) {
            throw new PebbleException(
                    null, "'entries' is for a map, not for a list or a text", lineNumber, self.getName());
        }
        return map.entrySet().stream().map(EntriesFilter::entry).toList();
    }

    private static Map<String, @Nullable Object> entry(Map.Entry<?, ?> of) {
        Map<String, @Nullable Object> entry = new HashMap<>();
        entry.put("key", of.getKey());
        entry.put("value", of.getValue());
        return entry;
    }
}
