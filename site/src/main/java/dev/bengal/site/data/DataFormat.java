package dev.bengal.site.data;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import dev.bengal.site.yaml.YamlFault;
import dev.bengal.site.yaml.YamlMapping;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of files that data may be in. */
public enum DataFormat {
    YAML,
    JSON,
    TOML;

    /** The one that a file's name tells. */
    public static Optional<DataFormat> of(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "yaml", "yml" -> Optional.of(YAML);
            case "json" -> Optional.of(JSON);
            case "toml" -> Optional.of(TOML);
            default -> Optional.empty();
        };
    }

    /** A map, a list, a text, a number, yes or no, or null. */
    public @Nullable Object read(String text) throws DataFault, IOException {
        return switch (this) {
            case YAML -> yaml(text);
            case JSON -> json(new JsonFactory(), text, "JSON");
            case TOML -> json(new TomlFactory(), text, "TOML");
        };
    }

    private static @Nullable Object yaml(String text) throws DataFault {
        try {
            return YamlMapping.plain(YamlMapping.parseAny(text));
        } catch (YamlFault e) {
            throw new DataFault(e.line(), "not YAML: " + e.reason(), e);
        }
    }

    private static @Nullable Object json(JsonFactory factory, String text, String kind) throws DataFault, IOException {
        try (JsonParser parser = factory.createParser(text)) {
            return new ParsedTree(parser).read();
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            throw new DataFault(at == null ? 1 : Math.max(1, at.getLineNr()), "not " + kind + ": " + reason(e), e);
        }
    }

    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.lines()
                .findFirst()
                .orElse(message)
                .replaceAll("\\[Source: [^;\\]]*; (line: \\d+, column: \\d+)]", "$1")
                .replaceAll("\\.$", "");
    }
}
