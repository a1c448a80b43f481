package dev.bengal.cli.alert;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.Surroundings;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told of alerts. In CI a branch under test may change {@code bengal.toml}, and must neither choose what runs nor whom this machine
 * talks to: there the file that {@code BENGAL_ALERTS} names counts, else the one of the remote's default branch, and nothing else.
 */
public record AlertConfiguration(Repository repository, Location location, Surface surface) {
    static final String VARIABLE = "BENGAL_ALERTS";
    private static final String FILE = "bengal.toml";

    public Configuration load() {
        Map<String, String> variables = surface.variables();
        String named = variables.getOrDefault(VARIABLE, "").strip();
        if (!named.isEmpty()) {
            return ofText(read(Path.of(named)));
        }
        if (!Surroundings.isCi(surface.variables())) {
            return Configuration.load(location.root());
        }
        Optional<String> branch = defaultBranch(variables);
        Optional<String> text = branch.flatMap(this::atDefaultBranch);
        if (text.isEmpty()) {
            surface.warn("in CI receivers of alerts come from the default branch, "
                    + branch.map(name -> "and " + name + " has no " + FILE + " here")
                            .orElse("which git does not know here")
                    + ", or from the file that " + VARIABLE + " names. Nobody is told.");
        }
        return ofText(text.orElse(""));
    }

    private Optional<String> defaultBranch(Map<String, String> variables) {
        String ofGitLab = variables.getOrDefault("CI_DEFAULT_BRANCH", "");
        if (!ofGitLab.isEmpty()) {
            return Optional.of("refs/remotes/origin/" + ofGitLab);
        }
        return repository
                .ask("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD")
                .filter(lines -> !lines.isEmpty())
                .map(lines -> lines.get(0));
    }

    private Optional<String> atDefaultBranch(String branch) {
        return repository.ask("show", branch + ":./" + FILE, "--").map(lines -> String.join("\n", lines));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandException(VARIABLE + " names " + file + ", which cannot be read: " + e, e);
        }
    }

    /** As if it lay in a project that has nothing else. */
    private static Configuration ofText(String text) {
        try {
            Path folder = Files.createTempDirectory("bengal-alerts");
            Path file = folder.resolve(FILE);
            try {
                Files.writeString(file, text);
                return Configuration.load(folder);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new CommandException(
                    "The configuration of alerts cannot be read by way of a temporary file: " + e, e);
        }
    }
}
