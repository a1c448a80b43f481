package dev.bengal.site.content;

import dev.bengal.site.content.FrontMatter.Layer;
import dev.bengal.site.incremental.SourceRecord;
import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the indexes of folders say for the pages below them by {@code cascade}. The nearest folder that gives a key wins, and a
 * page's own front matter over all of them. The index itself does not have what it hands down.
 */
final class Cascades {
    static final String KEY = "cascade";

    /** What each page has for itself. */
    private static final Set<String> OWN = Set.of("title", "nav_title", "url", "slug", "aliases", "menu", KEY);

    private final Map<String, Layer> byFolder = new HashMap<>();

    /**
     * Of the files of a site.
     *
     * @param records by file, null where one could not be read
     * @param warnings gets sentences about keys that mean nothing there
     */
    static Cascades of(List<String> sources, @Nullable SourceRecord[] records, List<String> warnings) {
        Cascades cascades = new Cascades();
        for (int i = 0; i < records.length; i++) {
            SourceRecord record = records[i];
            YamlEntry entry =
                    record == null ? null : record.frontMatter().entries().get(KEY);
            if (record != null && entry != null) {
                cascades.add(sources.get(i), entry, record.headerLine(), warnings);
            }
        }
        return cascades;
    }

    private void add(String source, YamlEntry entry, int linesBefore, List<String> warnings) {
        String file = "content/" + source;
        if (!Page.isIndex(source)) {
            warnings.add("%s:%d: 'cascade' says something for the pages of a folder, in its _index.md alone."
                    .formatted(file, entry.line() + linesBefore));
        } else if (entry.value() instanceof YamlMapping mapping) {
            YamlMapping handedDown = handedDown(mapping, file, linesBefore, warnings);
            byFolder.put(Page.folderOf(source), new Layer(handedDown, file, linesBefore));
        }
    }

    private static YamlMapping handedDown(YamlMapping mapping, String file, int linesBefore, List<String> warnings) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            if (OWN.contains(key)) {
                warnings.add("%s:%d: '%s' in a cascade was left out, for each page has its own."
                        .formatted(file, entry.line() + linesBefore, key));
            } else {
                entries.put(key, entry);
            }
        });
        return new YamlMapping(entries);
    }

    /** What is handed down to a file, the nearest folder first. */
    List<Layer> of(String source) {
        if (byFolder.isEmpty()) {
            return List.of();
        }
        List<Layer> layers = new ArrayList<>();
        String folder = Page.folderOf(source);
        if (Page.isIndex(source)) {
            if (folder.isEmpty()) {
                return List.of();
            }
            folder = Page.folderOf(folder);
        }
        for (; !folder.isEmpty(); folder = Page.folderOf(folder)) {
            add(folder, layers);
        }
        add("", layers);
        return layers;
    }

    private void add(String folder, List<Layer> layers) {
        Layer layer = byFolder.get(folder);
        if (layer != null) {
            layers.add(layer);
        }
    }
}
