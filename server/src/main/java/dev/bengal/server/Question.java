package dev.bengal.server;

import dev.bengal.store.BuildFilter;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request.
 *
 * @param parameters by their names; hostile
 */
record Question(Map<String, String> parameters) {
    private static final int LONGEST = 500;

    Question {
        parameters = Map.copyOf(parameters);
    }

    /** Refuses what it does not know, since a name with a slip in it would answer something else. */
    Question knowing(Set<String> names) {
        parameters.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw new RefusedException(
                        400, "There is no such parameter here; known are " + String.join(", ", sorted(names)) + ".");
            }
            if (value.length() > LONGEST) {
                throw new RefusedException(400, "'" + name + "' is longer than " + LONGEST + " characters.");
            }
        });
        return this;
    }

    private static Iterable<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    @Nullable
    String text(String name) {
        String value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw new RefusedException(400, "'" + name + "' is missing.");
        }
        return value;
    }

    int number(String name, int otherwise, int most) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) {
            throw new RefusedException(400, "'" + name + "' is no whole number from 1 to " + most + ".");
        }
        return number;
    }

    /** The builds that project, scenario, branch and environment leave. */
    BuildFilter filter() {
        BuildFilter filter = BuildFilter.ALL;
        filter = with(filter, "project", BuildFilter::project);
        filter = with(filter, "scenario", BuildFilter::scenario);
        filter = with(filter, "branch", BuildFilter::branch);
        return with(filter, "environment", BuildFilter::environment);
    }

    private BuildFilter with(BuildFilter filter, String name, BiFunction<BuildFilter, String, BuildFilter> condition) {
        String value = text(name);
        return value == null ? filter : condition.apply(filter, value);
    }
}
