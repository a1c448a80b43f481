package dev.bengal.site.config;

import dev.bengal.site.SiteException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The effective configuration of a root folder: the defaults, covered by {@code bengal.toml} (or {@code bengal.yaml}),
 * by the files of {@code config/_default} in the order of their names, and by the file of one environment. Immutable.
 *
 * <p>{@code title}, {@code baseurl}, {@code description}, {@code language} and {@code output_dir} may stand at the top of a
 * file; they are known as {@code site.title} and so on, and {@code build.output_dir}.
 */
public final class Configuration {
    private static final String BASE_URL = "site.baseurl";

    private final Map<String, ConfigurationEntry> entries;
    private final Map<String, String> places;
    private final BaseUrl baseUrl;

    private Configuration(ConfigurationLayers layers) {
        this(layers.entries(), layers.places());
    }

    private Configuration(Collection<ConfigurationEntry> values, Map<String, String> valuePlaces) {
        places = Map.copyOf(valuePlaces);
        Map<String, ConfigurationEntry> byKey = new HashMap<>();
        for (ConfigurationEntry value : values) {
            byKey.put(value.key(), value);
        }
        entries = Map.copyOf(byKey);
        title();
        description();
        language();
        outputDir();
        String written = required(BASE_URL);
        baseUrl = BaseUrl.parse(written)
                .orElseThrow(() -> new SiteException(("%s: baseurl '%s' is no address. Write it like "
                                + "https://example.org/docs, or /docs, or leave it empty.")
                        .formatted(entryOf(BASE_URL).origin(), written)));
    }

    /**
     * Reads the configuration of a folder; one without any such file has the defaults.
     *
     * @param root the folder of the site
     * @param environment the name of a file in {@code config/environments}, or null for none
     * @throws SiteException if a file is broken or a value has the wrong type
     */
    public static Configuration load(Path root, @Nullable String environment) {
        Path folder = root.toAbsolutePath().normalize();
        ConfigurationLayers layers = defaultLayers(folder);
        new ConfigurationFiles(folder).readInto(layers, environment);
        return new Configuration(layers);
    }

    /**
     * The same, but served elsewhere.
     *
     * @param address as {@code site.baseurl} would have it
     * @param origin who says so, for errors, such as {@code --base-url}
     * @throws SiteException if it is no address
     */
    public Configuration servedAt(String address, String origin) {
        List<ConfigurationEntry> changed = new ArrayList<>();
        for (ConfigurationEntry entry : entries()) {
            changed.add(entry.key().equals(BASE_URL) ? new ConfigurationEntry(BASE_URL, address, origin) : entry);
        }
        Map<String, String> elsewhere = new HashMap<>(places);
        elsewhere.put(BASE_URL, origin);
        return new Configuration(changed, elsewhere);
    }

    /** What a folder without any such file has. */
    public static Configuration defaults(Path root) {
        return new Configuration(defaultLayers(root.toAbsolutePath().normalize()));
    }

    private static ConfigurationLayers defaultLayers(Path folder) {
        ConfigurationLayers layers = new ConfigurationLayers();
        Path name = folder.getFileName();
        layers.put("site.title", name == null ? "Site" : name.toString(), ConfigurationEntry.DEFAULT);
        layers.put(BASE_URL, "", ConfigurationEntry.DEFAULT);
        layers.put("site.description", "", ConfigurationEntry.DEFAULT);
        layers.put("site.language", "en", ConfigurationEntry.DEFAULT);
        layers.put("build.output_dir", "public", ConfigurationEntry.DEFAULT);
        return layers;
    }

    /** Reads the configuration of a folder without an environment. */
    public static Configuration load(Path root) {
        return load(root, null);
    }

    /** The name of the site; by default that of its folder. */
    public String title() {
        return required("site.title");
    }

    /** Where the site will be served. */
    public BaseUrl baseUrl() {
        return baseUrl;
    }

    /** A sentence about the site, or empty. */
    public String description() {
        return required("site.description");
    }

    /** The language of pages that do not say theirs, as in HTML's {@code lang}; by default {@code en}. */
    public String language() {
        return required("site.language");
    }

    /** The folder for the result, relative to the root; by default {@code public}. */
    public String outputDir() {
        return required("build.output_dir");
    }

    /**
     * A scalar as text.
     *
     * @param key dotted, such as {@code perf.store}
     * @throws SiteException if the value is a list
     */
    public Optional<String> string(String key) {
        return entry(key).map(Configuration::scalar);
    }

    /** A value with its origin. */
    public Optional<ConfigurationEntry> entry(String key) {
        return Optional.ofNullable(entries.get(ConfigurationLayers.fullName(key)));
    }

    /** Every value, sorted by key. */
    public List<ConfigurationEntry> entries() {
        return List.copyOf(new TreeMap<>(entries).values());
    }

    /** Where a value stands: its origin, with the line where that is known. */
    String place(ConfigurationEntry entry) {
        return places.getOrDefault(entry.key(), entry.origin());
    }

    private ConfigurationEntry entryOf(String key) {
        return entry(key).orElseThrow(() -> {
            ConfigurationEntry below = entries().stream()
                    .filter(entry -> entry.key().startsWith(key + "."))
                    .findFirst()
                    .orElseThrow();
            return new SiteException(
                    "%s: '%s' must be a text, but has '%s' below it.".formatted(below.origin(), key, below.key()));
        });
    }

    private String required(String key) {
        ConfigurationEntry entry = entryOf(key);
        if (!(entry.value() instanceof String text)) {
            throw wrongType(entry);
        }
        return text;
    }

    private static String scalar(ConfigurationEntry entry) {
        if (!entry.isScalar()) {
            throw wrongType(entry);
        }
        return entry.text();
    }

    private static SiteException wrongType(ConfigurationEntry entry) {
        String given = entry.isScalar() ? entry.text() : "[" + entry.text() + "]";
        return new SiteException("%s: '%s' must be a text, but is %s. Write it in quotes, such as %s = \"text\"."
                .formatted(
                        entry.origin(),
                        entry.key(),
                        given,
                        entry.key().substring(entry.key().lastIndexOf('.') + 1)));
    }
}
