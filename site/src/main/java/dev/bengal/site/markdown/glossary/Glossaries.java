package dev.bengal.site.markdown.glossary;

import dev.bengal.site.yaml.YamlFault;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The glossaries of one build, each read once, however many pages show it. Safe for use by several threads. */
public final class Glossaries {
    private final Map<String, GlossaryFile> byText = new ConcurrentHashMap<>();

    GlossaryFile of(String yaml) throws YamlFault, GlossaryFile.Malformed {
        GlossaryFile known = byText.get(yaml);
        if (known == null) {
            known = GlossaryFile.parse(yaml);
            byText.put(yaml, known);
        }
        return known;
    }
}
