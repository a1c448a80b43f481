package dev.bengal.experiment;

import dev.bengal.model.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a bench runs.
 *
 * @param commands not empty, each with a scenario of its own
 * @param warmups how often each runs before it is measured
 * @param runs how often each is measured, at least once
 * @param ignoresFailure whether it goes on after a run that ended with another code than 0
 */
public record BenchPlan(List<PlannedCommand> commands, int warmups, int runs, boolean ignoresFailure) {
    public BenchPlan {
        commands = List.copyOf(commands);
        if (commands.isEmpty()) {
            throw new ExperimentException("there is no command to run; give one behind --, or by --command.");
        }
    }

    /**
     * All commands with all combinations of the parameters' values.
     *
     * @param scenarios their names, in the order of the commands; none, or one for each
     * @param preparation may have placeholders too
     * @throws ExperimentException where these do not fit together
     */
    public static List<PlannedCommand> commands(
            List<Command> commands, List<String> scenarios, List<Parameter> parameters, Optional<String> preparation) {
        if (!scenarios.isEmpty() && scenarios.size() != commands.size()) {
            throw new ExperimentException("there are " + commands.size() + " commands and " + scenarios.size()
                    + " names for them; give --scenario once for each, in their order, or not at all.");
        }
        requireUsed(parameters, commands, preparation);
        List<PlannedCommand> planned = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            String base = free(
                    scenarios.isEmpty()
                            ? "bench " + DefaultScenario.of(commands.get(i)).name()
                            : scenarios.get(i),
                    taken);
            for (Map<String, String> values : Parameter.combinations(parameters)) {
                planned.add(new PlannedCommand(
                        filled(commands.get(i), values),
                        new Scenario(named(base, values)),
                        values,
                        preparation.map(line -> Parameter.fill(line, values))));
            }
        }
        return planned;
    }

    private static void requireUsed(List<Parameter> parameters, List<Command> commands, Optional<String> preparation) {
        List<String> texts = Stream.concat(
                        commands.stream().flatMap(command -> command.words().stream()), preparation.stream())
                .toList();
        for (Parameter parameter : parameters) {
            if (texts.stream().noneMatch(parameter::isIn)) {
                throw new ExperimentException("no command holds {" + parameter.name()
                        + "}, so that its values would change nothing. Put it where they are to go.");
            }
        }
    }

    private static Command filled(Command command, Map<String, String> values) {
        return new Command(command.words().stream()
                .map(word -> Parameter.fill(word, values))
                .toList());
    }

    private static String named(String base, Map<String, String> values) {
        return Stream.concat(
                        Stream.of(base),
                        values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = name + " (" + number + ")";
        }
        return candidate;
    }

    /** How many runs there are in all, the warm-ups included. */
    public int total() {
        return commands.size() * (warmups + runs);
    }
}
