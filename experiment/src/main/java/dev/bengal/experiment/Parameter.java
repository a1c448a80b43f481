package dev.bengal.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name and the values that take the place of {@code {name}} in commands, one after the other.
 *
 * @param values at least one, no two equal
 */
public record Parameter(String name, List<String> values) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    public Parameter {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
    }

    /**
     * Reads {@code name=a,b,c}.
     *
     * @throws ExperimentException with what is wrong
     */
    public static Parameter of(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || !NAME.matcher(text.substring(0, equals)).matches()) {
            throw new ExperimentException("'" + text + "' is no parameter; write it as name=a,b,c.");
        }
        List<String> values = List.of(text.substring(equals + 1).split(",", -1));
        if (new HashSet<>(values).size() < values.size()) {
            throw new ExperimentException("'" + text + "' has a value twice.");
        }
        return new Parameter(text.substring(0, equals), values);
    }

    /**
     * All combinations of the values, the last parameter changing first; one without values where there is no parameter.
     *
     * @throws ExperimentException where two have one name
     */
    public static List<Map<String, String>> combinations(List<Parameter> parameters) {
        Set<String> names = new HashSet<>();
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new ExperimentException("the parameter '" + parameter.name() + "' is given twice.");
            }
            combinations = parameter.times(combinations);
        }
        return combinations;
    }

    private List<Map<String, String>> times(List<Map<String, String>> others) {
        List<Map<String, String>> product = new ArrayList<>();
        for (Map<String, String> other : others) {
            for (String value : values) {
                Map<String, String> both = new LinkedHashMap<>(other);
                both.put(name, value);
                product.add(both);
            }
        }
        return product;
    }

    /** Whether this text has the placeholder. */
    boolean isIn(String text) {
        return text.contains("{" + name + "}");
    }

    /** The text with the values in place of their placeholders; other braces stay. What a value brings is not looked at again. */
    static String fill(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
            String value = end < 0 ? null : values.get(text.substring(at + 1, end));
            filled.append(value == null ? text.substring(at, at + 1) : value);
            at = value == null ? at + 1 : end + 1;
        }
        return filled.toString();
    }
}
