package dev.bengal.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GitHub's own schema of workflows or of actions, as its runner and its editor use it: definitions of strings, numbers, mappings and sequences, and
 * which contexts an expression may name where.
 */
final class GitHubSchema {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?<![.\\w-])([a-zA-Z_][\\w-]*)\\s*([.(])");
    private static final Set<String> FUNCTIONS =
            Set.of("contains", "startsWith", "endsWith", "format", "join", "toJSON", "fromJSON");

    private final JsonNode definitions;

    private GitHubSchema(JsonNode definitions) {
        this.definitions = definitions;
    }

    static GitHubSchema named(String name) {
        try (InputStream in = Objects.requireNonNull(GitHubSchema.class.getResourceAsStream(name), name)) {
            return new GitHubSchema(new ObjectMapper().readTree(in).path("definitions"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document, a line each; nothing where it is as it should be. */
    List<String> findings(String root, Object document) {
        List<String> findings = new ArrayList<>();
        check(root, document, root, Set.of(), findings);
        return findings;
    }

    private void check(String type, Object node, String at, Set<String> outer, List<String> findings) {
        JsonNode definition = definitions.path(type);
        Set<String> contexts = new HashSet<>(outer);
        definition.path("context").forEach(name -> contexts.add(name.asText().replaceAll("\\(.*", "")));
        if (type.equals("any") || (node instanceof String text && isExpression(text, at, contexts, findings))) {
            return;
        }
        if (definition.has("one-of")) {
            oneOf(definition.path("one-of"), node, at, contexts, findings);
        } else if (definition.has("allowed-values")) {
            oneOfTheValues(definition.path("allowed-values"), node, at, findings);
        } else if (definition.has("mapping") || type.equals("mapping")) {
            mapping(definition.path("mapping"), node, at, contexts, findings);
        } else if (definition.has("sequence") || type.equals("sequence")) {
            sequence(definition.path("sequence"), node, at, contexts, findings);
        } else {
            scalar(type, definition, node, at, findings);
        }
    }

    /** An expression is looked at where it stands, and may become anything. */
    private static boolean isExpression(String text, String at, Set<String> contexts, List<String> findings) {
        Matcher expression = EXPRESSION.matcher(text);
        boolean isWhole = false;
        while (expression.find()) {
            isWhole |= expression.group().equals(text.strip());
            Matcher name = NAME.matcher(expression.group(1).replaceAll("'[^']*'", "''"));
            while (name.find()) {
                boolean isKnown = contexts.contains(name.group(1))
                        || (name.group(2).equals("(") && FUNCTIONS.contains(name.group(1)));
                if (!isKnown) {
                    findings.add(at + ": '" + name.group(1) + "' is not known here");
                }
            }
        }
        return isWhole;
    }

    private void oneOf(JsonNode types, Object node, String at, Set<String> contexts, List<String> findings) {
        List<List<String>> answers = new ArrayList<>();
        for (JsonNode type : types) {
            List<String> answer = new ArrayList<>();
            check(type.asText(), node, at, contexts, answer);
            answers.add(answer);
        }
        findings.addAll(answers.stream()
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of(at + ": nothing is right here")));
    }

    private static void oneOfTheValues(JsonNode values, Object node, String at, List<String> findings) {
        for (JsonNode value : values) {
            if (value.asText().equals(String.valueOf(node))) {
                return;
            }
        }
        findings.add(at + ": '" + node + "' is none of " + values);
    }

    private void mapping(JsonNode mapping, Object node, String at, Set<String> contexts, List<String> findings) {
        if (!(node instanceof Map<?, ?> map)) {
            findings.add(at + ": no mapping");
            return;
        }
        JsonNode properties = mapping.path("properties");
        String loose = mapping.path("loose-value-type").asText();
        map.forEach((key, value) -> {
            JsonNode property = properties.path(String.valueOf(key));
            String type = property.isTextual()
                    ? property.asText()
                    : property.isObject() ? property.path("type").asText() : loose;
            if (type.isEmpty()) {
                findings.add(at + ": unknown key '" + key + "'");
            } else {
                check(type, value, at + "." + key, contexts, findings);
            }
        });
        properties.properties().forEach(property -> {
            if (property.getValue().path("required").asBoolean() && !map.containsKey(property.getKey())) {
                findings.add(at + ": no '" + property.getKey() + "'");
            }
        });
    }

    private void sequence(JsonNode sequence, Object node, String at, Set<String> contexts, List<String> findings) {
        if (!(node instanceof List<?> list)) {
            findings.add(at + ": no sequence");
            return;
        }
        String type = sequence.path("item-type").asText("any");
        for (int i = 0; i < list.size(); i++) {
            check(type, list.get(i), at + "[" + i + "]", contexts, findings);
        }
    }

    private static void scalar(String type, JsonNode definition, Object node, String at, List<String> findings) {
        boolean isRight;
        if (isA("string", type, definition) || type.equals("scalar")) {
            isRight = node == null || node instanceof String || node instanceof Number || node instanceof Boolean;
        } else if (isA("number", type, definition)) {
            isRight = node instanceof Number;
        } else if (isA("boolean", type, definition)) {
            isRight = node instanceof Boolean;
        } else {
            isRight = isA("null", type, definition) && node == null;
        }
        String text = node == null ? "" : node.toString();
        JsonNode string = definition.path("string");
        if (!isRight
                || (string.path("require-non-empty").asBoolean() && text.isEmpty())
                || (string.has("constant") && !string.path("constant").asText().equals(text))) {
            findings.add(at + ": '" + node + "' is no " + type);
        }
    }

    private static boolean isA(String name, String type, JsonNode definition) {
        return type.equals(name) || definition.has(name);
    }
}
