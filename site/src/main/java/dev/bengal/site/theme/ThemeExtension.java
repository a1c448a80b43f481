package dev.bengal.site.theme;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;

/**
 * What templates have besides Pebble's own: {@code asset('css/site.css')}, the address of an asset with its fingerprint, and the
 * {@link EntriesFilter entries} of a map.
 */
final class ThemeExtension extends AbstractExtension {
    private final Assets assets;

    ThemeExtension(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("asset", new Address());
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("entries", new EntriesFilter());
    }

    private final class Address implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("name");
        }

        @Override
        public Object execute(
                Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            return assets.href(String.valueOf(arguments.get("name")));
        }
    }
}
