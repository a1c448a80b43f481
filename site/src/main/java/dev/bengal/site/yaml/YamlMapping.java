package dev.bengal.site.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML mapping in the order of its text; a key that is given twice has its last value.
 *
 * @param entries values by key
 */
public record YamlMapping(Map<String, YamlEntry> entries) {
    /** Deeper than any document of a person; a mapping that contains itself is stopped here. */
    private static final int MAX_DEPTH = 40;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(true).setUseMarks(true).build();

    /** Reads a text; an empty one is an empty mapping. */
    public static YamlMapping parse(String text) throws YamlFault {
        try {
            Optional<Node> root =
                    new Composer(SETTINGS, new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text))).getSingleNode();
            if (root.isEmpty() || isNull(root.get())) {
                return new YamlMapping(Map.of());
            }
            if (!(root.get() instanceof MappingNode mapping)) {
                throw new YamlFault(lineOf(root.get()), 1, "expected lines of the form 'key: value'");
            }
            return of(mapping, 0);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            throw new YamlFault(
                    mark.map(m -> m.getLine() + 1).orElse(1),
                    mark.map(m -> m.getColumn() + 1).orElse(1),
                    reasonOf(e));
        } catch (YamlEngineException e) {
            throw new YamlFault(1, 1, String.valueOf(e.getMessage()));
        }
    }

    private static YamlMapping of(MappingNode mapping, int depth) throws YamlFault {
        if (depth > MAX_DEPTH) {
            throw new YamlFault(lineOf(mapping), 1, "more than " + MAX_DEPTH + " mappings inside each other");
        }
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlFault(line, 1, "a key must be a word; put text that begins with { or [ in quotes");
            }
            Node value = tuple.getValueNode();
            Object read = value instanceof MappingNode inner ? of(inner, depth + 1) : construct(value);
            entries.put(key.getValue(), new YamlEntry(read, line));
        }
        return new YamlMapping(entries);
    }

    private static Object construct(Node node) {
        return new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static String reasonOf(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        String context = e.getContext();
        return context == null || context.isBlank() ? problem : problem + " (" + context + ")";
    }
}
