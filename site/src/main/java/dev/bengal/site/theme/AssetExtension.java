package dev.bengal.site.theme;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;

/** {@code asset('css/site.css')} in a template: the address of an asset, with its fingerprint. */
final class AssetExtension extends AbstractExtension {
    private final Assets assets;

    AssetExtension(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("asset", new Address());
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
