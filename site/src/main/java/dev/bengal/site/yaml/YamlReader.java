package dev.bengal.site.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML text. */
final class YamlReader {
    /** Deeper than any document of a person; a value that contains itself is stopped here. */
    private static final int MAX_DEPTH = 40;

    /** What aliases may repeat; a few short lines of them could else mean more values than fit into memory. */
    private static final int MAX_REPEATED = 10_000;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(true).setUseMarks(true).build();

    private final StandardConstructor scalars = new StandardConstructor(SETTINGS);
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int repeated;

    /** A String, Boolean, Number, List, {@link YamlMapping}, or null where nothing is said. */
    @Nullable
    Object read(String text) throws YamlFault {
        try {
            Optional<Node> root =
                    new Composer(SETTINGS, new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text))).getSingleNode();
            return root.isEmpty() || isNothing(root.get()) ? null : value(root.get(), 0);
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

    private @Nullable Object value(Node node, int depth) throws YamlFault {
        if (depth > MAX_DEPTH) {
            throw new YamlFault(lineOf(node), 1, "more than " + MAX_DEPTH + " lists or mappings inside each other");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!seen.add(node) && ++repeated > MAX_REPEATED) {
            throw new YamlFault(lineOf(node), 1, "its aliases repeat more than " + MAX_REPEATED + " values");
        }
        return node instanceof MappingNode mapping ? mapping(mapping, depth) : list((SequenceNode) node, depth);
    }

    private YamlMapping mapping(MappingNode mapping, int depth) throws YamlFault {
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlFault(line, 1, "a key must be a word; put text that begins with { or [ in quotes");
            }
            entries.put(key.getValue(), new YamlEntry(value(tuple.getValueNode(), depth + 1), line));
        }
        return new YamlMapping(entries);
    }

    private List<@Nullable Object> list(SequenceNode sequence, int depth) throws YamlFault {
        List<@Nullable Object> list = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            list.add(value(element, depth + 1));
        }
        return Collections.unmodifiableList(list);
    }

    /** What is no text, number, or yes or no, such as bytes, is the text that stands there. */
    private @Nullable Object scalar(ScalarNode scalar) {
        Object value = scalars.constructSingleDocument(Optional.of(scalar));
        boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
        return isPlain ? value : value instanceof String ? value : scalar.getValue();
    }

    private static boolean isNothing(Node node) {
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
