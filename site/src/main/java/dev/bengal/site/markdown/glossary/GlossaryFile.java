package dev.bengal.site.markdown.glossary;

import dev.bengal.site.markdown.directive.CommaWords;
import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlFault;
import dev.bengal.site.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that a site explains: a YAML file whose {@code terms} are a list of {@code term}, {@code definition} and
 * {@code tags}.
 */
record GlossaryFile(List<Entry> entries) {
    GlossaryFile {
        entries = List.copyOf(entries);
    }

    /** Reads a text. */
    static GlossaryFile parse(String yaml) throws YamlFault, Malformed {
        YamlEntry terms = YamlMapping.parse(yaml).entries().get("terms");
        if (terms == null || !(terms.value() instanceof List<?> list)) {
            throw new Malformed("it has no list 'terms'");
        }
        List<Entry> entries = new ArrayList<>();
        for (Object element : list) {
            entries.add(entry(element, entries.size() + 1));
        }
        return new GlossaryFile(entries);
    }

    private static Entry entry(@Nullable Object element, int number) throws Malformed {
        if (!(YamlMapping.plain(element) instanceof Map<?, ?> map)
                || map.get("term") == null
                || map.get("definition") == null) {
            throw new Malformed("number " + number + " of its terms has no 'term' or no 'definition'");
        }
        return new Entry(
                map.get("term").toString().strip(), map.get("definition").toString(), tags(map.get("tags")));
    }

    private static List<String> tags(@Nullable Object tags) {
        if (tags instanceof List<?> list) {
            return list.stream().map(String::valueOf).map(String::strip).toList();
        }
        return tags == null ? List.of() : CommaWords.of(tags.toString());
    }

    /** One word; its definition is Markdown. */
    record Entry(String term, String definition, List<String> tags) {
        Entry {
            tags = List.copyOf(tags);
        }
    }

    /** A YAML file that is no glossary. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String reason) {
            super(reason);
        }
    }
}
