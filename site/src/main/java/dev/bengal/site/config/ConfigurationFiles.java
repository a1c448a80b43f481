package dev.bengal.site.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import dev.bengal.site.RelativeName;
import dev.bengal.site.SiteException;
import dev.bengal.site.yaml.YamlFault;
import dev.bengal.site.yaml.YamlMapping;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the configuration files of a root and reads them into layers. */
final class ConfigurationFiles {
    private static final List<String> SINGLE = List.of("bengal.toml", "bengal.yaml", "bengal.yml");

    private final Path root;

    ConfigurationFiles(Path root) {
        this.root = root;
    }

    /** Every file that counts, the one with the last word last. */
    void readInto(ConfigurationLayers layers, @Nullable String environment) {
        // Plain loops: every command comes by here, and most find nothing.
        List<Path> single = new ArrayList<>();
        for (String name : SINGLE) {
            Path file = root.resolve(name);
            if (Files.exists(file)) {
                single.add(file);
            }
        }
        if (single.size() > 1) {
            throw new SiteException("Both %s and %s are in %s; keep one of them."
                    .formatted(single.get(0).getFileName(), single.get(1).getFileName(), root));
        }
        for (Path file : single) {
            read(file, layers);
        }
        for (Path file : list(root.resolve("config/_default"))) {
            read(file, layers);
        }
        if (environment != null) {
            read(ofEnvironment(environment), layers);
        }
    }

    private Path ofEnvironment(String environment) {
        List<Path> known = list(root.resolve("config/environments"));
        return known.stream()
                .filter(file -> nameOf(file).equals(environment))
                .findFirst()
                .orElseThrow(() -> new SiteException(
                        known.isEmpty()
                                ? "There is no environment '%s': %s has no config/environments folder."
                                        .formatted(environment, root)
                                : "There is no environment '%s' in %s; there are: %s."
                                        .formatted(
                                                environment,
                                                root.resolve("config/environments"),
                                                String.join(
                                                        ", ",
                                                        known.stream()
                                                                .map(ConfigurationFiles::nameOf)
                                                                .toList()))));
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.{yaml,yml,toml}")) {
            stream.forEach(files::add);
        } catch (IOException e) {
            throw new SiteException(folder + " cannot be read (" + e.getMessage() + ").", e);
        }
        files.sort(null);
        return files;
    }

    private void read(Path file, ConfigurationLayers layers) {
        String name = RelativeName.of(root, file);
        String text = textOf(file, name);
        if (name.endsWith(".toml")) {
            readToml(text, name, layers);
        } else {
            readYaml(text, name, layers);
        }
    }

    private static String textOf(Path file, String name) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new SiteException(name + " is not UTF-8; save it in that encoding.", e);
        } catch (IOException e) {
            throw new SiteException(name + " cannot be read (" + e + ").", e);
        }
    }

    private static void readToml(String text, String name, ConfigurationLayers layers) {
        try {
            layers.putAll(TomlTree.of(text), "", name, TomlLines.of(text));
        } catch (IOException e) {
            if (!(e instanceof JacksonException syntax)) {
                throw new SiteException(name + " cannot be read (" + e + ").", e);
            }
            JsonLocation at = syntax.getLocation();
            throw broken(
                    name,
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    syntax.getOriginalMessage(),
                    e);
        }
    }

    private static void readYaml(String text, String name, ConfigurationLayers layers) {
        try {
            layers.putAll(YamlMapping.parse(text), "", name);
        } catch (YamlFault e) {
            throw broken(name, e.line(), e.column(), e.reason(), e);
        }
    }

    private static SiteException broken(String name, int line, int column, String reason, Exception cause) {
        return new SiteException(
                "%s:%d:%d: %s. Mend that line and build again.".formatted(name, line, column, reason), cause);
    }
}
